import { IconAward } from '@tabler/icons-react'
import { label, say } from '#ui/words/catalogue.ts'
import type { Addition } from '../../web/addition.ts'
import { appreciationsWords } from '../words.ts'
import type { AppreciationDraft } from './appreciationDraft.ts'
import { AppreciationFields } from './AppreciationFields.tsx'

/** So many people are appreciated together. */
const most = 10

/** Appreciates colleagues in a post that nobody from outside reads. */
export const appreciationAddition: Addition<AppreciationDraft> = {
  part: 'appreciation',
  icon: IconAward,
  label: label(appreciationsWords, (words) => words.appreciation),
  offered: ({ me, outside }) => me.kind === 'employee' && !outside,
  notHere: label(appreciationsWords, (words) => words.form.notHere),
  empty: { badge: 'thanks', people: [] },
  Fields: AppreciationFields,
  missing({ people }, language, me) {
    const words = say(appreciationsWords, language).form
    if (people.length === 0) return words.nobody
    if (people.length > most) return words.tooMany
    return people.some(({ id }) => id === me.id) ? words.oneself : null
  },
  asked: ({ badge, people }) => ({ appreciation: { badge, people: people.map(({ id }) => id) } }),
  keep: ({ badge, people }) => ({ badge, people: people.map(({ id }) => id) }),
  speaks: false,
}
