import { readFeed } from '#features/feed/reading/server/queries.ts'
import type { Ground } from './cluster.ts'
import type { HotList } from './lists.ts'
import { median, quantile } from './measure.ts'
import { readersOfFeeds, type Reader } from './readers.ts'
import { record, replay, runAs } from './record.ts'
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

/** Opens the feed again and again as each of the readers, and reads on in it. */
export async function measureFeed({ admin, database }: Ground, size: Size, turns: number): Promise<FeedFigure[]> {
  const figures: FeedFigure[] = []
  for (const reader of await readersOfFeeds(admin, size)) {
    const lists = await pagesOf(reader, (list) => runAs(database, list, reader))
    const [first] = lists
    if (!first) continue
    const rules: number[][] = lists.map(() => [])
    const owner: number[] = []
    const whole: number[] = []
    for (const [at, list] of lists.entries()) {
      const statements = await record(database, list, reader)
      for (let turn = -warmUps; turn < turns; turn++) {
        const asPerson = await replay(database.app, reader.me.id, statements)
        const asOwner = await replay(database.keeper, reader.me.id, statements)
        const began = performance.now()
        await runAs(database, first, reader)
        if (turn < 0) continue
        whole.push(performance.now() - began)
        rules[at]?.push(asPerson)
        if (at === 0) owner.push(asOwner)
      }
    }
    figures.push({
      reader: reader.name,
      rules: median(rules[0] ?? []),
      owner: median(owner),
      p95: quantile(rules.flat(), 0.95),
      wholeP95: quantile(whole, 0.95),
    })
  }
  return figures
}

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
