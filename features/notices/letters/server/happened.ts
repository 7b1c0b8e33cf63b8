import { namesIn } from '#features/groups/server/door.ts'
import type { Person } from '#platform/contract.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { LetterEntry, LetterThing } from '#platform/mail/letter-things.ts'
import { say } from '#ui/words/catalogue.ts'
import { isWritten, type Happening } from '../../kinds/contract.ts'
import { groupsIn, thingsOf, type Looked, type Where } from '../../server/looking.ts'
import type { LetterReader, WrittenAbout } from '../../server/slots.ts'
import { noticesWords } from '../../words.ts'
import { lettersWords } from '../words.ts'
import { markOf, readsOf, type Reads } from './audience.ts'

/** Of one thing so many notices stand in a letter, and of what was written so much. */
const mostOfOne = 20
const longestWords = { alone: 1500, gathered: 400 }

/** Whoever reads a letter, and whose portal it comes from. */
export interface Writing extends LetterReader {
  employee: boolean
  portal: string
  /** True of a letter that brings several things. */
  gathered: boolean
}

/** One thing as it stands in a letter, with the notices that it is from. */
export interface Told {
  looked: Looked[]
  thing: LetterThing
  group: Where | undefined
  /** What happened last, in one sentence. */
  last: string
  reads: (audienceId: string) => Reads
}

/** Things with what happened to them, in the order in which it did, as the person asking may know it. */
export async function toldOf(tx: Tx, looked: Looked[], writing: Writing): Promise<Told[]> {
  const rooms = await groupsIn(
    tx,
    looked.map(({ thing }) => thing.spaceId),
  )
  const named = await namesIn(
    tx,
    rooms.values(),
    looked.map(({ row }) => row.actorId),
  )
  const reads = await readsOf(
    tx,
    looked.map(({ row }) => row.audienceId),
  )
  const written = await writtenAbout(tx, looked, writing)
  return [...Map.groupBy(looked, ({ thing }) => thing.id).values()].map((of) => {
    const [first] = of
    const group = rooms.get(first?.thing.spaceId ?? '')
    const marks = of.map(({ row }) =>
      markOf(reads(row.audienceId), { group, employee: writing.employee, words: say(lettersWords, writing.language) }),
    )
    const alike = new Set(marks.map((mark) => mark?.text)).size === 1
    const entries = of.map((one, at) => ({
      ...entryOf(one, { person: named(one.row.actorId, group), group, writing, about: written.get(one.thing.id) }),
      ...(alike ? {} : { mark: marks[at] }),
    }))
    const shown = entries.slice(-mostOfOne)
    return {
      looked: of,
      group,
      reads,
      last: lastOf(of.at(-1), entries.at(-1), writing),
      thing: {
        group: group && { text: group.name, external: group.external },
        ...(alike ? { mark: marks[0] } : {}),
        entries: shown,
      },
    }
  })
}

async function writtenAbout(tx: Tx, looked: Looked[], reader: LetterReader): Promise<Map<string, WrittenAbout>> {
  const all = new Map<string, WrittenAbout>()
  for (const [kind, of] of Map.groupBy(looked, ({ row }) => row.aboutKind)) {
    const ids = [...new Set(of.map(({ thing }) => thing.id))]
    for (const [id, about] of (await thingsOf(kind)?.write?.(tx, ids, reader)) ?? []) all.set(id, about)
  }
  return all
}

/** The last sentence; with the name of the thing where the letter brings several. */
function lastOf(looked: Looked | undefined, entry: Entry | undefined, { language, gathered }: Writing): string {
  if (!looked || !entry) return ''
  const { row, thing } = looked
  return gathered
    ? say(noticesWords, language).happened[row.happened]({ who: entry.who, title: thing.title })
    : entry.sentence
}

/** Of what is told so somebody has read the words already. */
const tellsOfOld = new Set<Happening>(['taskChanged', 'taskCompleted', 'taskReopened', 'pollEnded'])

/** An entry, and what whoever did it is called in sentences. */
type Entry = LetterEntry & { who: string }

interface Entering {
  person: Person | null
  group: Where | undefined
  writing: Writing
  about: WrittenAbout | undefined
}

function entryOf({ row, thing, said }: Looked, { person, group, writing, about }: Entering): Entry {
  const who = person?.name ?? (group?.voice ? writing.portal : say(noticesWords, writing.language).somebody)
  const quote = said ? said.text : tellsOfOld.has(row.happened) ? '' : afterTitle(about?.quote ?? '', thing.title)
  const lines = said || row.happened === 'taskCompleted' ? [] : (about?.lines ?? [])
  const sentence = sentenceOf(row.happened, { who, title: thing.title }, writing.language)
  return {
    who,
    // What the clock tells has nobody's face.
    person:
      person && sentence.includes(person.name)
        ? {
            name: person.name,
            external: person.kind === 'external',
            ...(person.company ? { detail: person.company } : {}),
          }
        : null,
    sentence,
    ...(writing.gathered ? { at: momentIn(row.at, writing) } : {}),
    ...(quote ? { quote: shortened(quote, longestWords[writing.gathered ? 'gathered' : 'alone']) } : {}),
    ...(lines.length > 0 ? { lines } : {}),
  }
}

/** What happened, in a sentence that does not name the thing again: its name stands above. */
function sentenceOf(happened: Happening, named: { who: string; title: string }, language: Writing['language']): string {
  if (!isWritten(happened)) return say(noticesWords, language).happened[happened](named)
  const sentence = say(lettersWords, language).happened[happened]
  return typeof sentence === 'string' ? sentence : sentence(named)
}

/** Words without the line by which the thing is called, which stands above them. */
function afterTitle(words: string, title: string): string {
  const [first, ...rest] = words.split('\n')
  return first === title ? rest.join('\n').trim() : words
}

const momentIn = (at: Date, { language, timeZone }: LetterReader): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(at)

const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most).trimEnd()}…` : text
