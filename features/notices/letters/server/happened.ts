import { namesIn } from '#features/groups/server/door.ts'
import type { Person } from '#platform/contract.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { LetterEntry, LetterThing } from '#platform/mail/letter-things.ts'
import { say } from '#ui/words/catalogue.ts'
import type { Happening } from '../../kinds/contract.ts'
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
      last: entries.at(-1)?.sentence ?? '',
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

/** Of what is told so somebody has not read the words yet. */
const tellsOfNew = new Set<Happening>(['posted', 'announced', 'appreciated', 'taskSet', 'mentioned'])

interface Entering {
  person: Person | null
  group: Where | undefined
  writing: Writing
  about: WrittenAbout | undefined
}

function entryOf({ row, thing, said }: Looked, { person, group, writing, about }: Entering): LetterEntry {
  const words = say(noticesWords, writing.language)
  const who = person?.name ?? (group?.voice ? writing.portal : words.somebody)
  // The words of the thing itself are told where it is new to the reader.
  const isNew = tellsOfNew.has(row.happened) && !row.saidId
  const quote = said?.text ?? (isNew ? about?.quote : undefined)
  return {
    person: person && {
      name: person.name,
      external: person.kind === 'external',
      ...(person.company ? { detail: person.company } : {}),
    },
    sentence: words.happened[row.happened]({ who, title: thing.title }),
    ...(writing.gathered ? { at: momentIn(row.at, writing) } : {}),
    ...(quote ? { quote: shortened(quote, longestWords[writing.gathered ? 'gathered' : 'alone']) } : {}),
    ...(isNew && about?.lines.length ? { lines: about.lines } : {}),
  }
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
