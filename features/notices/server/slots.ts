import type { Placed } from '#access/placing.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Happening } from '../kinds/contract.ts'

/** Something that notices are about, as whoever asks sees it. */
export interface Thing extends Placed {
  id: string
  /** What it is called in a sentence: the title of a task, how a post begins. */
  title: string
  /** Its page. */
  path: string
}

/** A kind of things that notices are about, by its noun: post, task. Given by the feature whose they are. */
export interface Things {
  kind: string
  /** Those of them that the person asking sees. */
  look: (tx: Tx, ids: string[]) => Promise<Thing[]>
  /** Who is told of what is said below one without having asked: who made it, who is responsible. */
  partakers: (tx: Tx, id: string) => Promise<string[]>
  /** What a letter about them says beside what happened, as the person asking reads it. */
  write?: (tx: Tx, ids: string[], reader: LetterReader) => Promise<Map<string, WrittenAbout>>
  /** Whether what happened to one is over for somebody, so that no letter goes about it any more: a task that is done. */
  over?: (tx: Tx, ids: string[], personId: string) => Promise<(id: string, happened: Happening) => boolean>
}

/** Whoever gets a letter. */
export interface LetterReader {
  language: 'en' | 'ru' | 'pl'
  timeZone: string
}

/** What stands in a letter about a thing: its own words, and what is to be known beside. */
export interface WrittenAbout {
  quote: string
  lines: string[]
}

/** What somebody said below a thing, as whoever asks sees it. */
export interface Said {
  id: string
  text: string
  /** Only those who work here read it. */
  team: boolean
}

interface Talk {
  /** Those of them that the person asking sees. */
  look: (tx: Tx, ids: string[]) => Promise<Said[]>
  /** Everybody who said something below a thing. */
  speakers: (tx: Tx, threadId: string) => Promise<string[]>
}

const slot: { things: Things[]; talk: Talk } = {
  things: [],
  talk: { look: () => Promise.resolve([]), speakers: () => Promise.resolve([]) },
}

/** Filled by `app` with the things of features that come after notices, and with what is said below them. */
export function fillNotices(things: Things[], talk: Talk): void {
  slot.things = things
  slot.talk = talk
}

/** Every kind of things that notices are about. */
export const things = (): Things[] => slot.things

/** What is said below things. */
export const talk = (): Talk => slot.talk
