import { and, gt, inArray, isNotNull, isNull, lt, lte, sql } from 'drizzle-orm'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Job } from '#platform/job.ts'
import { lettersAtOnce } from '#platform/mail/mail.ts'
import { muteLinks, notices } from '../../server/tables.ts'
import type { LetterToSend } from './asked.ts'
import { sendLetter } from './sending.ts'

/** Sends a letter about notices, if its reader still wants it when it goes. */
export const noticesLetter: Job<LetterToSend> = {
  name: 'notices.letter',
  atOnce: lettersAtOnce,
  run: (asked, platform) =>
    asKeeper(platform.database, (tx) =>
      sendLetter(tx, platform, asked, (inside, letter, after) =>
        platform.jobs.queue(inside, noticesLetter, letter, { after }),
      ),
    ),
}

const mostAtOnce = 500

/** Every quarter of an hour, because zones are so far from each other: queues the letters of an hour and of a day that are due. */
export const gatherLetters: Job = {
  name: 'notices.gather',
  cron: '*/15 * * * *',
  async run(_data, { database, jobs }) {
    const until = new Date(Date.now() + 60_000)
    let after: string | undefined
    do {
      after = await asKeeper(database, async (tx) => {
        const due = await tx
          .select({
            personId: notices.personId,
            paces: sql<('hourly' | 'daily')[]>`array_agg(distinct ${notices.letter})`,
          })
          .from(notices)
          .where(
            and(
              isNull(notices.letterDoneAt),
              inArray(notices.letter, ['hourly', 'daily']),
              lte(notices.letterAt, until),
              after ? gt(notices.personId, after) : undefined,
            ),
          )
          .groupBy(notices.personId)
          .orderBy(notices.personId)
          .limit(mostAtOnce)
        for (const { personId, paces } of due)
          for (const pace of paces) await jobs.queue(tx, noticesLetter, { personId, pace, until: until.toISOString() })
        return due.length === mostAtOnce ? due.at(-1)?.personId : undefined
      })
    } while (after)
  },
}

/** Links that mute work so long after the last letter that carried them; a letter that never left in a day leaves no more. */
const linksLast = sql`interval '180 days'`
const lettersWait = sql`interval '1 day'`

/** By night: forgets links that nobody will follow, and letters that went nowhere. */
export const forgetLetters: Job = {
  name: 'notices.forget-letters',
  cron: '40 3 * * *',
  run: (_data, { database }) =>
    asKeeper(database, async (tx) => {
      await tx.delete(muteLinks).where(lt(muteLinks.madeAt, sql`now() - ${linksLast}`))
      await tx
        .update(notices)
        .set({ letterDoneAt: new Date() })
        .where(
          and(
            isNotNull(notices.letter),
            isNull(notices.letterDoneAt),
            lt(notices.letterAt, sql`now() - ${lettersWait}`),
          ),
        )
    }),
}
