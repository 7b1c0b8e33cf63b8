import { PgBoss } from 'pg-boss'
import type { Database } from './database/database.ts'
import { joinWork } from './database/holding.ts'
import type { Tx } from './database/transaction.ts'
import type { Log } from './log.ts'

/** What a queue does with what was put into it. */
export interface Work {
  name: string
  cron?: string
  atOnce?: number
  run: (data: object) => Promise<void>
}

/** Says which job is queued, and what it takes. */
interface Takes<Data> {
  name: string
  longest?: number
  run: (data: Data, ...more: never[]) => Promise<void>
}

export interface Jobs {
  /** Queues work in the keeper's transaction `tx`: it is done if that commits, and not otherwise. */
  queue<Data extends object>(tx: Tx, job: Takes<Data>, data: Data, options?: { after?: Date }): Promise<void>
  /** Begins to work off the queues. `alone` is run before, when no other process works on this database. */
  start(works: Work[], alone?: () => Promise<void>): Promise<void>
  /** Resolves when nothing is waiting that could run now, and rejects when something failed; for tests. */
  settled(): Promise<void>
  stop(): Promise<void>
}

const schema = 'jobs'
const retries = { retryLimit: 8, retryDelay: 5, retryBackoff: true, retryDelayMax: 3600 }
const longest = 600
/** A process that is killed no longer says that it is at work; after these seconds the others take its work over. */
const heartbeat = { heartbeatSeconds: 60 }

/** pg-boss in a schema of its own, as the keeper. */
export function openJobs(database: Database, log: Log): Jobs {
  const boss = new PgBoss({ connectionString: database.keeperUrl, schema, max: 3, useListenNotify: true })
  boss.on('error', (error) => log.error({ error }, 'the job queue stumbled'))
  // What a killed process had in hand is done again at once, within the same number of tries.
  const takeBack = async (): Promise<void> => {
    const { rowCount } = await database.keeper.query(
      `update ${schema}.job set state = 'retry', start_after = now() where state = 'active' and retry_count < retry_limit`,
    )
    if (rowCount) log.warn({ jobs: rowCount }, 'an earlier start was broken off; what it had in hand is done again')
  }
  // Else what a job did not do would look as if nobody had asked for it.
  const mustHaveFailedNone = async (): Promise<void> => {
    const { rows } = await database.keeper.query<{ name: string; output: unknown }>(
      `select name, output from ${schema}.job where state in ('retry', 'failed') and name not like '\\_\\_pgboss%' limit 1`,
    )
    const [failed] = rows
    if (failed) throw new Error(`The job ${failed.name} failed, and is tried again: ${JSON.stringify(failed.output)}`)
  }
  let work: { release: () => Promise<void> } | undefined
  return {
    async queue(tx, job, data, { after } = {}) {
      const db = { executeSql: (text: string, values?: unknown[]) => tx.$client.query(text, values) }
      const expireInSeconds = job.longest ?? longest
      await boss.send(job.name, data, {
        ...retries,
        ...heartbeat,
        expireInSeconds,
        db,
        ...(after ? { startAfter: after } : {}),
      })
    },
    async start(works, alone) {
      await boss.start()
      work = await joinWork(database.keeperUrl, async () => {
        await alone?.()
        await takeBack()
      })
      for (const one of works) {
        await boss.createQueue(one.name, woken)
        await boss.updateQueue(one.name, woken)
        await employ(boss, one)
        if (one.cron) await boss.schedule(one.name, one.cron, {})
      }
    },
    async settled() {
      for (;;) {
        const { rows } = await database.keeper.query<{ open: number }>(
          `select count(*)::int as open from ${schema}.job where (state in ('created', 'retry') and start_after <= now() or state = 'active') and name not like '\\_\\_pgboss%'`,
        )
        if (!rows[0]?.open) return mustHaveFailedNone()
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 5_000 })
      await work?.release()
    },
  }
}

/** The commit that queues something wakes whoever works it off. */
const woken = { notify: true }
/** By the clock is looked for what was put off, or failed and is tried again; often where nobody can be woken. */
const looks = { pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 2 }
const sleeps = { pollingIntervalSeconds: 30, notifyPollingIntervalSeconds: 30 }

/**
 * Puts as many hands to a queue as it may have. Only the first looks for work by the clock; whoever finds some calls the others, and all look
 * again as soon as they are done, so that a thousand letters do not wait for the clock each. Every job is taken, done and settled alone:
 * what one fails at, or a kill breaks off, does no other a second time.
 */
async function employ(boss: PgBoss, { name, atOnce = 1, run }: Work): Promise<void> {
  const hands: string[] = []
  for (let hand = 0; hand < atOnce; hand++)
    hands.push(
      await boss.work<object>(name, hand === 0 ? looks : sleeps, async (taken) => {
        for (const id of hands) boss.notifyWorker(id)
        for (const one of taken) await run(one.data)
      }),
    )
}
