import { readFeed } from '#features/feed/reading/server/queries.ts'
import type { Ground } from './cluster.ts'
import type { HotList } from './lists.ts'
import { median, quantile } from './measure.ts'
import { readersOfFeeds, type Reader } from './readers.ts'
import { record, replay, runAs, type Statement } from './record.ts'
import type { Size } from './size.ts'

/** How long it takes to open the feed, and to read on in it: milliseconds of PostgreSQL at work. */
export interface FeedFigure {
  reader: string
  /** The first page, under the rules and as the owner of the tables: medians. */
  rules: number
  owner: number
  /** Of all openings, of the first page and of those after it. */
  p95: number
  /** The first page as the server reads it, with its transaction, by the clock: the p95. */
  wholeP95: number
}

const limit = 25
/** How far somebody reads on, and how often each page is opened. */
const pages = 5
const warmUps = 6

/** A portal of which the feed is measured. */
export interface Measured {
  ground: Ground
  size: Size
}

/** What one reader opens in one portal, and what that took, in milliseconds: the rules of each page, the first page as the owner and as the server reads it. */
interface Opening {
  reader: Reader
  database: Ground['database']
  first: HotList
  pages: Statement[][]
  rules: number[][]
  owner: number[]
  whole: number[]
}

/**
 * Opens the feed again and again as each of the readers, and reads on in it. The portals take turns, so that whatever else the machine does meanwhile slows all of them.
 * Answers the figures of each portal, reader by reader.
 */
export async function measureFeeds(portals: Measured[], turns: number): Promise<FeedFigure[][]> {
  const opened = await Promise.all(portals.map(openingsOf))
  for (const at of opened[0]?.keys() ?? [])
    for (let turn = -warmUps; turn < turns; turn++)
      for (const openings of opened) {
        const opening = openings[at]
        if (opening) await openOnce(opening, turn)
      }
  return opened.map((openings) => openings.map(figureOf))
}

async function openingsOf({ ground: { admin, database }, size }: Measured): Promise<Opening[]> {
  const openings: Opening[] = []
  for (const reader of await readersOfFeeds(admin, size)) {
    const lists = await pagesOf(reader, (list) => runAs(database, list, reader))
    const pages: Statement[][] = []
    for (const list of lists) pages.push(await record(database, list, reader))
    const [first] = lists
    if (first) openings.push({ reader, database, first, pages, rules: pages.map(() => []), owner: [], whole: [] })
  }
  return openings
}

/** Person and owner take turns in who comes first: after the other portal the caches are cold, and that is nothing which rules cost. */
async function openOnce({ reader, database, first, pages, ...took }: Opening, turn: number): Promise<void> {
  const firstAsOwner = () => replay(database.keeper, reader.me.id, pages[0] ?? [])
  const before = turn % 2 === 0 ? await firstAsOwner() : null
  const rules: number[] = []
  for (const statements of pages) rules.push(await replay(database.app, reader.me.id, statements))
  const owner = before ?? (await firstAsOwner())
  const began = performance.now()
  await runAs(database, first, reader)
  const whole = performance.now() - began
  if (turn < 0) return
  for (const [at, of] of rules.entries()) took.rules[at]?.push(of)
  took.owner.push(owner)
  took.whole.push(whole)
}

const figureOf = ({ reader, rules, owner, whole }: Opening): FeedFigure => ({
  reader: reader.name,
  rules: median(rules[0] ?? []),
  owner: median(owner),
  p95: quantile(rules.flat(), 0.95),
  wholeP95: quantile(whole, 0.95),
})

/** The pages of a feed one after another, each where the one before it ended. */
async function pagesOf(reader: Reader, open: (list: HotList) => Promise<unknown>): Promise<HotList[]> {
  const lists: HotList[] = []
  for (let after: string | undefined; lists.length < pages;) {
    const from = after
    const list: HotList = {
      name: `feed of ${reader.name}`,
      run: (tx, { me }) => readFeed(tx, me, { limit, after: from }),
    }
    lists.push(list)
    const { next } = (await open(list)) as Awaited<ReturnType<typeof readFeed>>
    if (!next) break
    after = next
  }
  return lists
}
