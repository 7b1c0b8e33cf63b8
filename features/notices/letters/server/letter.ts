import type { PortalFace } from '#features/portal/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Letter } from '#platform/mail/letter.ts'
import { say } from '#ui/words/catalogue.ts'
import { happenings } from '../../kinds/contract.ts'
import type { Looked } from '../../server/looking.ts'
import { lettersWords } from '../words.ts'
import { answeredIn } from './audience.ts'
import { toldOf, type Told, type Writing } from './happened.ts'
import type { Muting } from './mute-links.ts'

/** A letter without what the keeper adds: where an answer goes, and the link that mutes. */
export interface Draft {
  subject: string
  letter: Omit<Letter, 'links'>
  /** What an answer to it is about, and what the letter then says of that; null where it is not answered. */
  answer: { threadId: string; audienceId: string; says: string } | null
  muting: Muting
  /** What the link that mutes is called. */
  mutes: string
  /** The space of the list that it belongs to; null for one that brings several things. */
  spaceId: string | null
}

interface Frame {
  writing: Writing
  face: PortalFace
  name: string
  url: URL
}

/** Of so many things a letter tells that brings several. */
const mostThings = 30

/** The letter about what happened to one thing. */
export async function letterAboutOne(tx: Tx, looked: Looked[], frame: Frame): Promise<Draft | null> {
  const { writing, face, url } = frame
  const [told] = await toldOf(tx, looked, writing)
  const [first] = looked
  if (!told || !first) return null
  const words = say(lettersWords, writing.language)
  const { title, path, id, spaceId } = first.thing
  const group = told.group?.name
  const answeredTo = await answeredIn(tx, looked, told.reads)
  // Of a new post in a group one would hear no more by muting the group, of all else by muting the thing.
  const ofGroup = told.group && looked.every(({ row }) => row.happened === 'posted') ? told.group : null
  return {
    subject: group ? words.subject({ title, group }) : title,
    letter: {
      language: writing.language,
      brand: { name: face.name, colour: face.brandColour },
      preheader: preheaderOf(told),
      greeting: title,
      paragraphs: [],
      things: [told.thing],
      button: { label: words.open, url: new URL(path, url).href, hint: words.link },
      footer: [words.why[reasonFor(looked)]({ portal: face.name })],
    },
    answer:
      answeredTo === null
        ? null
        : { threadId: id, audienceId: answeredTo, says: answerOf(told, answeredTo, title, writing.language) },
    muting: ofGroup ? { kind: 'group', id: ofGroup.id, spaceId } : { kind: first.row.aboutKind, id, spaceId },
    mutes: ofGroup ? words.mute.group({ group: ofGroup.name }) : words.mute.thread({ title }),
    spaceId,
  }
}

/** The letter of an hour or a day: all that happened, by thing. It is answered in the portal. */
export async function gatheredLetter(
  tx: Tx,
  looked: Looked[],
  pace: 'hourly' | 'daily',
  { writing, face, name, url }: Frame,
): Promise<Draft | null> {
  const all = await toldOf(tx, looked, writing)
  if (all.length === 0) return null
  const words = say(lettersWords, writing.language)
  const shown = all.slice(0, mostThings)
  const left = all.length - shown.length
  return {
    subject: words.gathered[pace](all.length),
    letter: {
      language: writing.language,
      brand: { name: face.name, colour: face.brandColour },
      preheader: shown
        .map(({ last }) => last)
        .join(' · ')
        .slice(0, 200),
      greeting: words.greeting({ name }),
      paragraphs: [words.newThings],
      things: shown.map(({ thing, looked: of }) => titled(thing, of, url)),
      button: { label: words.open, url: new URL('/notices', url).href, hint: words.link },
      ...(left > 0 ? { afterButton: [words.more(left)] } : {}),
      footer: [words.why[pace]({ portal: face.name })],
    },
    answer: null,
    muting: { kind: pace },
    mutes: words.mute[pace],
    spaceId: null,
  }
}

function titled(thing: Told['thing'], [first]: Looked[], url: URL): Told['thing'] {
  return first ? { ...thing, title: { text: first.thing.title, url: new URL(first.thing.path, url).href } } : thing
}

/** What happened last, and what was said with it. */
function preheaderOf({ thing, last }: Told): string {
  const quote = thing.entries.at(-1)?.quote
  return quote ? `${last}: ${quote.slice(0, 140)}` : last
}

/** Why it is written: what is meant for oneself counts more than what one follows. */
function reasonFor(looked: Looked[]) {
  // Whoever is written to by name was not mentioned in what others read.
  if (looked.every(({ row }) => row.happened === 'written')) return 'written'
  const kinds = new Set<string>(looked.map(({ row }) => happenings[row.happened]))
  return (
    (['tasks', 'mentions', 'announcements', 'appreciations', 'calendar', 'polls', 'comments', 'company'] as const).find(
      (kind) => kinds.has(kind),
    ) ?? 'posts'
  )
}

function answerOf({ reads }: Told, audienceId: string, title: string, language: Writing['language']): string {
  const words = say(lettersWords, language)
  const by = reads(audienceId)
  if (by.who === 'team') return words.answer.team
  return by.who === 'lane' ? words.answer.lane({ name: by.name }) : words.answer.everyone({ title })
}
