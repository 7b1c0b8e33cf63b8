import { randomBytes } from 'node:crypto'
import { ORPCError } from '@orpc/server'
import { and, eq, lt } from 'drizzle-orm'
import { readerOf, write, type Reader, type Written } from '#access/reaching.ts'
import { hashed } from '#access/sessions.ts'
import { asPerson } from '#access/signed-in.ts'
import { namedPeople } from '#features/people/server/door.ts'
import { sponsorships } from '#features/people/server/tables.ts'
import { portalFace } from '#features/portal/server/door.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Job } from '#platform/job.ts'
import type { Platform } from '#platform/platform.ts'
import { getGroup, getMember, groupRow, ownerOf } from '../../server/queries.ts'
import { longestTerm } from '../../server/slots.ts'
import { members, renewalKeys } from '../../server/tables.ts'
import { awayReminderOf, ownReminderOf, sponsorReminderOf, sponsorsLetterOf } from './letters.ts'
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

/** Reminds whoever's time runs out, and who answers for them: of what they may know at this moment, and if it is still so. */
export const reminderLetter: Job<Reminder> = {
  name: 'groups.reminder-letter',
  async run({ memberId, until, to }, platform) {
    const [member] = await asKeeper(platform.database, (tx) =>
      tx.select().from(members).where(eq(members.id, memberId)),
    )
    if (!member || member.until !== until || member.lapsedAt) return
    const reminders = { person: ownReminder, sponsor: sponsorReminder, owner: ownerReminder }
    const due = await reminders[to](platform, { ...member, until })
    if (due) await write(platform, due.reader, due.written)
  },
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

type World = Pick<Platform, 'database' | 'settings'>
type Stay = typeof members.$inferSelect & { until: string }
interface ToSend {
  reader: Reader
  written: Written
}

/** To whoever's time runs out, what they themselves may know: in a group of one voice nobody who works here has a name. */
async function ownReminder({ database, settings }: World, { groupId, personId, until }: Stay) {
  const reader = await presentReader(database, personId)
  if (!reader) return null
  const url = new URL(`/groups/${groupId}`, settings.url).href
  return seenBy(database, personId, async (tx): Promise<ToSend> => {
    const [own] = await tx.select().from(sponsorships).where(eq(sponsorships.personId, personId))
    const { name, voice } = await getGroup(tx, groupId)
    const sponsor = voice ? undefined : (await namedPeople(tx, [own?.sponsorId ?? null])).get(own?.sponsorId ?? '')
    const portal = await portalFace(tx)
    return { reader, written: ownReminderOf({ reader, groupName: name, sponsor, portal, until, url }) }
  })
}

/** To whoever answers for them. Who is not in the group themselves learns the day, and of the group nothing. */
async function sponsorReminder(world: World, stay: Stay): Promise<ToSend | null> {
  const { database, settings } = world
  const id = (await sponsorshipOf(database, stay))?.sponsorId
  const reader = id ? await presentReader(database, id) : null
  if (!id || reader?.kind !== 'employee') return null
  const renewing = await whatKeepersKnow(database, stay, reader)
  if (renewing) return withKey(world, stay, renewing)
  const url = new URL(`/external-people/${stay.personId}`, settings.url).href
  const { person, portal } = await asPerson(database, id, async (tx) => ({
    person: (await namedPeople(tx, [stay.personId])).get(stay.personId),
    portal: await portalFace(tx),
  }))
  return { reader, written: awayReminderOf({ reader, person, portal, until: stay.until, url }) }
}

/** To the owner of the group, where nobody in it answers for them. */
async function ownerReminder(world: World, stay: Stay): Promise<ToSend | null> {
  const { database } = world
  const sponsorId = (await sponsorshipOf(database, stay))?.sponsorId
  const sponsor = sponsorId ? await presentReader(database, sponsorId) : null
  if (sponsor && (await whatKeepersKnow(database, stay, sponsor))) return null
  const id = await asKeeper(database, (tx) => ownerOf(tx, stay.groupId))
  const reader = id ? await presentReader(database, id) : null
  const renewing = reader && (await whatKeepersKnow(database, stay, reader))
  return renewing && withKey(world, stay, renewing)
}

/** What somebody in the group knows of a stay there; null for whoever is not in it, or comes from outside. */
async function whatKeepersKnow(database: Database, stay: Stay, reader: Reader) {
  const { groupId, personId } = stay
  if (reader.kind !== 'employee') return null
  const own = await sponsorshipOf(database, stay)
  return seenBy(database, reader.id, async (tx) => {
    await getMember(tx, groupId, reader.id)
    const { person, ...member } = await getMember(tx, groupId, personId)
    const group = await groupRow(tx, groupId)
    const [row] = await tx
      .select({ termDays: members.termDays })
      .from(members)
      .where(and(eq(members.groupId, groupId), eq(members.personId, personId)))
    const term = { until: member.until ?? '', termDays: row?.termDays ?? null }
    const next = renewedUntil(term, group.timeZone, await longestTerm(tx)).until
    return { reader, groupName: group.name, person, next, purpose: own?.purpose ?? '', portal: await portalFace(tx) }
  })
}

type Renewing = NonNullable<Awaited<ReturnType<typeof whatKeepersKnow>>>

/** The key of a letter: known to nobody but its reader, of whom the right is asked again when they use it. */
async function withKey({ database, settings }: World, { id, until }: Stay, about: Renewing): Promise<ToSend> {
  const key = randomBytes(32).toString('base64url')
  await asKeeper(database, (tx) => tx.insert(renewalKeys).values({ hash: hashed(key), memberId: id, until }))
  const url = new URL(`/renew/${key}`, settings.url).href
  return { reader: about.reader, written: sponsorReminderOf({ ...about, until, url }) }
}

const sponsorshipOf = async (database: Database, { personId }: Stay) =>
  (await asKeeper(database, (tx) => tx.select().from(sponsorships).where(eq(sponsorships.personId, personId))))[0]

/** Somebody who is still here. */
async function presentReader(database: Database, personId: string): Promise<Reader | null> {
  const reader = await asKeeper(database, (tx) => readerOf(tx, personId))
  return reader?.dismissedAt === null ? reader : null
}

/** Reads as somebody; null where by now it is hidden from them. */
async function seenBy<T>(database: Database, personId: string, look: Parameters<typeof asPerson<T>>[2]) {
  return asPerson(database, personId, look).catch((error: unknown) => {
    if (error instanceof ORPCError && error.code === 'NOT_FOUND') return null
    throw error
  })
}
