import { and, eq, inArray, type SQL } from 'drizzle-orm'
import { listShelves } from '#access/shelves.ts'
import { events } from '#events/tables.ts'
import {
  groupArchived,
  groupChanged,
  groupClosed,
  groupCreated,
  groupOpened,
  groupReopened,
  memberJoined,
  memberLapsed,
  memberLeft,
  memberRenewed,
  memberRoleChanged,
} from '#features/groups/events.ts'
import { listMembers, namesIn, roomIn, type Names, type Room } from '#features/groups/server/door.ts'
import { members } from '#features/groups/server/tables.ts'
import { label, say } from '#ui/words/catalogue.ts'
import type { en } from '../words/en.ts'
import { exportsWords } from '../words.ts'
import { dayIn } from './html.ts'
import { inPeriod, pageOfArchive as limit, type Entry, type Part, type Reading } from './slots.ts'

/** Who is in the group while the record is made. */
const present: Part = {
  name: 'members',
  title: label(exportsWords, (words) => words.archive.members),
  count: (tx, { group }) => tx.$count(members, eq(members.spaceId, group?.spaceId ?? '')),
  async page(tx, { group, me }, after) {
    const words = say(exportsWords, me.language).archive
    const { items, next } = await listMembers(tx, group?.id ?? '', { limit, ...(after ? { after } : {}) })
    return {
      items: items.map((member) => ({
        at: null,
        author: member.person,
        marks: member.role === 'member' ? [] : [words.role[member.role]],
        facts: [
          [words.since, member.since],
          ...(member.until ? [[words.until, dayIn(member.until, me)] as [string, string]] : []),
          ...(member.lapsedAt ? [[words.ended, member.lapsedAt] as [string, Date]] : []),
        ],
        data: member,
      })),
      next,
    }
  },
}

type Happened = keyof typeof en.archive.happened

const kinds: Record<string, Happened> = {
  [groupCreated.name]: 'created',
  [groupChanged.name]: 'changed',
  [groupOpened.name]: 'opened',
  [groupClosed.name]: 'closed',
  [groupArchived.name]: 'archived',
  [groupReopened.name]: 'reopened',
  [memberJoined.name]: 'joined',
  [memberLeft.name]: 'left',
  [memberLapsed.name]: 'lapsed',
  [memberRenewed.name]: 'renewed',
  [memberRoleChanged.name]: 'role',
}

const happenings = (reading: Reading): SQL | undefined =>
  and(inArray(events.kind, Object.keys(kinds)), inPeriod(events.at, reading))

/** Who joined and left, and what became of the group itself. */
const movements: Part = {
  name: 'history',
  title: label(exportsWords, (words) => words.archive.history),
  count: (tx, reading) => tx.$count(events, and(eq(events.spaceId, reading.group?.spaceId ?? ''), happenings(reading))),
  async page(tx, reading, after) {
    const spaceId = reading.group?.spaceId ?? ''
    const where = happenings(reading)
    const found = await listShelves(tx, events, {
      spaceId,
      limit: limit + 1,
      ...(where ? { where } : {}),
      ...(after ? { after } : {}),
    })
    const rows = found.slice(0, limit).map((row) => ({ ...row, whom: whomOf(row) }))
    const room = await roomIn(tx, spaceId)
    const named = await namesIn(
      tx,
      [room],
      rows.flatMap(({ whom, actorId }) => [whom, actorId]),
    )
    return {
      items: withoutEchoes(rows).flatMap((row) => entryOf(row, { named, room }, reading)),
      next: found.length > limit ? (rows.at(-1)?.id ?? null) : null,
    }
  },
}

type Row = typeof events.$inferSelect & { whom: string | null }

const echoes: Record<string, string> = { [memberLeft.name]: memberLapsed.name, [memberJoined.name]: memberRenewed.name }

/** Whose time ran out is told twice, to those outside as somebody who left: whoever reads why reads it once. The same when it is taken up again. */
const withoutEchoes = (rows: Row[]): Row[] =>
  rows.filter(
    ({ kind, whom, at }) =>
      !rows.some((one) => one.kind === echoes[kind] && one.whom === whom && one.at.getTime() === at.getTime()),
  )

const whomOf = ({ data }: typeof events.$inferSelect): string | null => {
  const { personId } = data as { personId?: unknown }
  return typeof personId === 'string' ? personId : null
}

/** To somebody from outside a person whom they may not know did not come and did not go: not even as somebody without a name. */
function entryOf(
  { kind, at, whom, actorId }: Row,
  { named, room }: { named: Names; room: Room },
  { me }: Reading,
): Entry[] {
  const words = say(exportsWords, me.language).archive
  const what = kinds[kind]
  const person = named(whom ?? actorId, room)
  const by = named(actorId, room)
  if (!what || (!person && me.kind === 'external')) return []
  return [
    {
      at,
      author: person,
      text: words.happened[what],
      facts: whom && by && by.id !== whom ? [[words.by, by.name]] : [],
      data: { happened: what, at, person, by },
    },
  ]
}

/** What groups themselves have to say in their record. */
export const groupParts = { before: [present], after: [movements] }
