import { openGround, type Ground } from './cluster.ts'
import { hotLists } from './lists.ts'
import { measureFeeds, type Measured } from './feed.ts'
import { measureLive } from './live.ts'
import { measureLists } from './measure.ts'
import { findReaders } from './readers.ts'
import { explain, record } from './record.ts'
import { asMarkdown, asText, tableOfFeed, tablesOf } from './report.ts'
import { measureRequests } from './requests.ts'
import { seedAll, seedFirst, seedRest } from './seed.ts'
import { full, growing, small } from './size.ts'

const usage = `bin/bench [--feed] [--small] [--markdown] [--plans]
  --feed      the feed alone: 500 000 posts beside 5 000 000 with 20 000 000 comments, in turns (--small: a twentieth; else half an hour and at most 40 GB of disk)
  --small     a twentieth of the size, in less than a minute
  --markdown  the tables as docs/speed.md shows them
  --plans     how PostgreSQL runs each list, for an employee and an external of the group of lanes, in place of the tables`

const flags = new Set(process.argv.slice(2))
if (flags.has('--help')) {
  console.log(usage)
  process.exit(0)
}
const size = flags.has('--small') ? small : full
const repetitions = 15

const grounds: Ground[] = []
const end = async (): Promise<void> => {
  for (const ground of grounds.splice(0)) await ground.drop()
}
const stop = (): void => void end().finally(() => process.exit(130))
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
try {
  if (flags.has('--feed')) await benchFeed()
  else await benchLists(await start())
} finally {
  await end()
}

async function start(): Promise<Ground> {
  console.error('Starting a PostgreSQL of its own')
  const ground = await openGround()
  grounds.push(ground)
  return ground
}

async function benchFeed(): Promise<void> {
  const [tenth, all] = growing(size, flags.has('--small') ? 250_000 : 5_000_000)
  const portals: Measured[] = []
  for (const one of [tenth, all]) {
    const ground = await start()
    console.error(`A portal with ${one.posts} posts`)
    await seedAll(ground.admin, one)
    portals.push({ ground, size: one })
  }
  const [before = [], after = []] = await measureFeeds(portals, 40)
  show([tableOfFeed(before, after, all.posts)])
}

async function benchLists(ground: Ground): Promise<void> {
  console.error('A portal with a tenth of its externals')
  await seedFirst(ground.admin, size)
  const readers = await findReaders(ground.admin, size)
  const before = flags.has('--plans') ? [] : await measureLists(ground.database, readers, repetitions)
  console.error('The rest of them')
  await seedRest(ground.admin, size)
  if (flags.has('--plans')) {
    for (const list of hotLists)
      for (const reader of readers.filter((_, at) => at >= 2)) {
        if (list.only && list.only !== reader.me.kind) continue
        console.log(`\n## ${list.name}, ${reader.name}\n`)
        const statements = await record(ground.database, list, reader)
        for (const plan of await explain(ground.database[list.byKeeper ? 'keeper' : 'app'], reader.me.id, statements))
          console.log(`${plan}\n`)
      }
  } else {
    const after = await measureLists(ground.database, readers, repetitions)
    const [first] = readers
    const requests = first ? await measureRequests(ground, first, 7) : []
    const live = await measureLive(ground, size, 15)
    show(tablesOf(before, after, requests, live))
  }
}

function show(tables: ReturnType<typeof tablesOf>): void {
  for (const table of tables) console.log(flags.has('--markdown') ? asMarkdown(table) : asText(table))
}
