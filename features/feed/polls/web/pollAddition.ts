import { IconChartBar } from '@tabler/icons-react'
import { momentOf } from '#ui/localTime.ts'
import { label, say } from '#ui/words/catalogue.ts'
import type { PostDraft } from '../../drafts/contract.ts'
import type { Addition } from '../../web/addition.ts'
import { pollsWords } from '../words.ts'
import type { PollDraft } from './pollDraft.ts'
import { PollFields } from './PollFields.tsx'

const filled = ({ options }: PollDraft): string[] => options.map(({ text }) => text.trim()).filter(Boolean)

/** A poll, added to a post. Its question is enough: the post needs no words beside it. */
export const pollAddition: Addition<PollDraft> = {
  part: 'poll',
  icon: IconChartBar,
  label: label(pollsWords, (words) => words.poll),
  offered: () => true,
  empty: {
    question: '',
    options: [
      { key: 0, text: '' },
      { key: 1, text: '' },
    ],
    several: false,
    anonymous: false,
    until: '',
  },
  Fields: PollFields,
  missing(draft, language, { timeZone }) {
    const words = say(pollsWords, language).form
    const options = filled(draft)
    const until = momentOf(draft.until, timeZone)
    if (!draft.question.trim()) return words.missingQuestion
    if (options.length < 2) return words.missingOptions
    if (new Set(options.map((option) => option.toLowerCase())).size < options.length) return words.sameOptions
    return until && until <= new Date() ? words.inThePast : null
  },
  asked(draft, { timeZone }) {
    const { question, several, anonymous, until } = draft
    const endsAt = momentOf(until, timeZone)?.toISOString()
    return { poll: { question, options: filled(draft), several, anonymous, ...(endsAt ? { endsAt } : {}) } }
  },
  keep: ({ options, ...poll }) => ({ ...poll, options: options.map(({ text }) => text) }),
  bring: ({ options, ...poll }: NonNullable<PostDraft['additions']['poll']>) => ({
    ...poll,
    options: options.map((text, key) => ({ key, text, begun: true })),
  }),
  speaks: true,
}
