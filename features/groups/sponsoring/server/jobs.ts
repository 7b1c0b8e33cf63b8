import { eq, lt } from 'drizzle-orm'
import { write } from '#access/reaching.ts'
import { asPerson } from '#access/signed-in.ts'
import { namedPeople } from '#features/people/server/door.ts'
import { sponsorships } from '#features/people/server/tables.ts'
import { portalFace } from '#features/portal/server/door.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Job } from '#platform/job.ts'
import type { Platform } from '#platform/platform.ts'
import { presentReader, reminderLetter } from '../../reminders/server/jobs.ts'
import { renewalKeys } from '../../server/tables.ts'
import { sponsorsLetterOf } from './letters.ts'
import { endStaysOver, takeReminders } from './reminding.ts'

const daysKept = 90

/** Ends what is over and reminds of what will be, as of a moment: all that had to be done by then and is not yet, in small steps. */
export async function keepTerms({ database, jobs }: Pick<Platform, 'database' | 'jobs'>, now: Date): Promise<void> {
  while ((await asKeeper(database, (tx) => endStaysOver(tx, now))) > 0);
  const remind = () =>
    asKeeper(database, async (tx) => {
      const due = await takeReminders(tx, now)
      for (const reminder of due) await jobs.queue(tx, reminderLetter, reminder)
      return due.length
    })
  while ((await remind()) > 0);
}

/** Every quarter of an hour, because at each of them it is midnight somewhere. */
export const termsByTheClock: Job = {
  name: 'groups.terms',
  cron: '*/15 * * * *',
  run: (_data, platform) => keepTerms(platform, new Date()),
}

/** Tells somebody that they answer for people from outside from now on: by name for those whom they meet. */
export const sponsorLetter: Job<{ sponsorId: string; personIds: string[] }> = {
  name: 'groups.sponsor-letter',
  async run({ sponsorId, personIds }, platform) {
    const { database, settings } = platform
    const reader = await presentReader(database, sponsorId)
    if (!reader) return
    const theirs = await asKeeper(database, (tx) =>
      tx.select({ id: sponsorships.personId }).from(sponsorships).where(eq(sponsorships.sponsorId, sponsorId)),
    )
    const still = theirs.map(({ id }) => id).filter((id) => personIds.includes(id))
    if (still.length === 0) return
    const about = await asPerson(database, sponsorId, async (tx) => ({
      people: [...(await namedPeople(tx, still)).values()],
      portal: await portalFace(tx),
    }))
    const url = new URL('/people', settings.url).href
    await write(platform, reader, sponsorsLetterOf({ reader, ...about, count: still.length, url }))
  },
}

/** Forgets the keys of letters that nobody will follow any more. */
export const forgetKeys: Job = {
  name: 'groups.forget-keys',
  cron: '50 3 * * *',
  async run(_data, { database }) {
    const before = new Date(Date.now() - daysKept * 86_400_000)
    await asKeeper(database, (tx) => tx.delete(renewalKeys).where(lt(renewalKeys.madeAt, before)))
  },
}
