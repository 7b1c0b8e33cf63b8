import { randomBytes } from 'node:crypto'
import { ORPCError } from '@orpc/server'
import { and, eq, isNull, lt } from 'drizzle-orm'
import { hashed } from '#access/sessions.ts'
import { asPerson } from '#access/signed-in.ts'
import { people, reaches } from '#access/tables.ts'
import { namedPeople } from '#features/people/server/door.ts'
import { sponsorships } from '#features/people/server/tables.ts'
import { portalFace } from '#features/portal/server/door.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Job } from '#platform/job.ts'
import { parseAddress } from '#platform/mail/addresses.ts'
import type { Platform } from '#platform/platform.ts'
import { getGroup, getMember, groupRow, ownerOf } from '../../server/queries.ts'
import { longestTerm } from '../../server/slots.ts'
import { members, renewalKeys } from '../../server/tables.ts'
import { ownReminderOf, sponsorReminderOf, sponsorsLetterOf } from './letters.ts'
import { endStaysOver, takeReminders, type Reminder } from './reminding.ts'
import { renewedUntil } from './term.ts'

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

/** Reminds whoever's time runs out, or who answers for them: of what they may know at this moment, and if it is still so. */
export const reminderLetter: Job<Reminder> = {
  name: 'groups.reminder-letter',
  async run({ memberId, until, to }, platform) {
    const { database, settings, mail } = platform
    const [member] = await asKeeper(database, (tx) => tx.select().from(members).where(eq(members.id, memberId)))
    if (!member || member.until !== until || member.lapsedAt) return
    const about = await (to === 'person' ? ownReminder(database, member) : sponsorReminder(database, member))
    if (!about) return
    if ('sponsor' in about) {
      const url = new URL(`/groups/${member.groupId}`, settings.url).href
      await mail.send({ to: about.to, name: about.reader.name, ...ownReminderOf({ ...about, until, url }) })
      return
    }
    const url = new URL(`/renew/${await newKey(database, memberId, until)}`, settings.url).href
    await mail.send({ to: about.to, name: about.reader.name, ...sponsorReminderOf({ ...about, until, url }) })
  },
}

type MemberRow = typeof members.$inferSelect

/** What the person themselves may know: in a group of one voice nobody who works here has a name. */
async function ownReminder(database: Database, { groupId, personId }: MemberRow) {
  const reader = await readerOf(database, personId)
  if (!reader) return null
  return seenBy(database, personId, async (tx) => {
    const [own] = await tx.select().from(sponsorships).where(eq(sponsorships.personId, personId))
    const { name, voice } = await getGroup(tx, groupId)
    const sponsor = voice ? undefined : (await namedPeople(tx, [own?.sponsorId ?? null])).get(own?.sponsorId ?? '')
    return { ...reader, groupName: name, sponsor, portal: await portalFace(tx) }
  })
}

/** What whoever answers for them may know: the sponsor who is in the group, else its owner. */
async function sponsorReminder(database: Database, { groupId, personId }: MemberRow) {
  const [own, owner] = await asKeeper(
    database,
    async (tx) =>
      [
        (await tx.select().from(sponsorships).where(eq(sponsorships.personId, personId)))[0],
        await ownerOf(tx, groupId),
      ] as const,
  )
  for (const id of [own?.sponsorId, owner]) {
    const reader = id && (await readerOf(database, id))
    if (!id || !reader || reader.kind !== 'employee') continue
    const seen = await seenBy(database, id, async (tx) => {
      await getMember(tx, groupId, id)
      const { person, ...member } = await getMember(tx, groupId, personId)
      const group = await groupRow(tx, groupId)
      const [row] = await tx
        .select({ until: members.until, termDays: members.termDays })
        .from(members)
        .where(and(eq(members.groupId, groupId), eq(members.personId, personId)))
      const term = { until: member.until ?? '', termDays: row?.termDays ?? null }
      const next = renewedUntil(term, group.timeZone, await longestTerm(tx)).until
      const purpose = own?.purpose ?? ''
      return { ...reader, groupName: group.name, person, next, purpose, portal: await portalFace(tx) }
    })
    if (seen) return seen
  }
  return null
}

/** The key of a letter: known to nobody but its reader, of whom the right is asked again when they use it. */
async function newKey(database: Database, memberId: string, until: string): Promise<string> {
  const key = randomBytes(32).toString('base64url')
  await asKeeper(database, (tx) => tx.insert(renewalKeys).values({ hash: hashed(key), memberId, until }))
  return key
}

/** Tells somebody that they answer for people from outside from now on: by name for those whom they meet. */
export const sponsorLetter: Job<{ sponsorId: string; personIds: string[] }> = {
  name: 'groups.sponsor-letter',
  async run({ sponsorId, personIds }, { database, settings, mail }) {
    const reader = await readerOf(database, sponsorId)
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
    await mail.send({
      to: reader.to,
      name: reader.reader.name,
      ...sponsorsLetterOf({ ...reader, ...about, count: still.length, url }),
    })
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

/** Somebody who is still here, and where letters reach them. */
async function readerOf(database: Database, personId: string) {
  const [reader] = await asKeeper(database, (tx) =>
    tx
      .select({ name: people.name, kind: people.kind, language: people.language, email: reaches.email })
      .from(people)
      .innerJoin(reaches, eq(reaches.personId, people.id))
      .where(and(eq(people.id, personId), isNull(people.dismissedAt))),
  )
  const to = reader && parseAddress(reader.email)
  return to ? { to, kind: reader.kind, reader } : null
}

/** Reads as somebody; null where by now it is hidden from them. */
async function seenBy<T>(
  database: Database,
  personId: string,
  look: Parameters<typeof asPerson<T>>[2],
): Promise<T | null> {
  return asPerson(database, personId, look).catch((error: unknown) => {
    if (error instanceof ORPCError && error.code === 'NOT_FOUND') return null
    throw error
  })
}
