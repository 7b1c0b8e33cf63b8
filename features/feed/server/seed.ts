import { sql } from 'drizzle-orm'
import { asPerson } from '#access/signed-in.ts'
import type { ReactionKind } from '#features/comments/contract.ts'
import { seedComments, seedReactions } from '#features/comments/server/door.ts'
import { personRow } from '#features/people/server/door.ts'
import { among } from '#platform/database/among.ts'
import type { Doc } from '#features/writing/contract.ts'
import { seedUploads, withMentions, type SeedFile } from '#features/writing/server/door.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Platform } from '#platform/platform.ts'
import { askedIn, seedVotes, type SeedPoll } from '../polls/server/seed.ts'
import type { AddresseeAsked } from '../addressing/contract.ts'
import { rankOf } from '../reading/server/rank.ts'
import { placePosts } from '../reading/server/rising.ts'
import type { Badge } from '../appreciations/contract.ts'
import { addPost } from './actions.ts'
import { addedIn, seedAnswers, type SeedEvent } from './seed-added.ts'
import { postTarget } from './queries.ts'
import { posts } from './tables.ts'

interface SeedPost {
  /** The group that it stands in; or whom it is addressed to, by keys. */
  group?: string | undefined
  to?: SeedAddressee[] | undefined
  author: string
  audience: 'everyone' | 'team'
  text: string
  poll?: SeedPoll
  /** What it looks like; whom it mentions is said by their keys. */
  document?: Doc | undefined
  files?: SeedFile[]
  tags?: string[]
  daysAgo?: number
  hoursAgo?: number
  likes?: string[]
  reactions?: SeedReaction[]
  comments?: SeedPostComment[]
  announcement?: { confirmedBy: string[] }
  appreciation?: { badge: Badge; people: string[] }
  calendarEvent?: SeedEvent
}

interface SeedPostComment {
  author: string
  text: string
  files?: SeedFile[]
  hoursAfter: number
  reactions?: SeedReaction[]
  replies?: SeedPostComment[]
}

interface SeedReaction {
  by: string
  kind: ReactionKind
}

type SeedAddressee =
  { kind: 'everyone' } | { kind: 'department' | 'person'; key: string } | { kind: 'group'; key: string; team?: boolean }

interface SeedGroup {
  key: string
  /** People who wrote in the group and are in it no more. */
  formerMembers?: string[]
}

interface Ids {
  people: Map<string, string>
  groups: Map<string, string>
  departments: Map<string, string>
}

/** Lets people into a group for as long as `work` takes; of the groups feature. */
type WhileMembers = (
  platform: Platform,
  groupId: string,
  personIds: string[],
  work: () => Promise<void>,
) => Promise<void>

const hour = 3_600_000

/** Posts, comments and reactions as their authors would, oldest first. */
export async function seedFeed(
  platform: Platform,
  sample: { posts: SeedPost[]; groups: SeedGroup[] },
  ids: Ids,
  whileMembers: WhileMembers,
): Promise<void> {
  const inOrder = sample.posts.toSorted((a, b) => hoursAgo(b) - hoursAgo(a))
  for (const post of inOrder) {
    const former = sample.groups.find((group) => group.key === post.group)?.formerMembers ?? []
    const write = () => seedPost(platform, post, ids)
    if (post.group && former.includes(post.author)) {
      await whileMembers(
        platform,
        known(ids.groups, post.group),
        former.map((key) => known(ids.people, key)),
        write,
      )
    } else await write()
  }
  await asKeeper(platform.database, async (tx) => {
    // The clocks were set back, so the feed is put into their order; and nobody has read what was said in the last two days.
    const theirs = among(posts.groupId, [...ids.groups.values()])
    await placePosts(tx, sql`select id from posts where ${theirs} or group_id is null`)
    const lately = new Date(Date.now() - 48 * hour)
    await tx.execute(sql`insert into read_marks (person_id, space_id, up_to) select m.person_id, m.space_id, ${rankOf(lately, sql`m.id`)}
      from members m where ${among(sql`m.group_id`, [...ids.groups.values()])}`)
    await tx.execute(sql`insert into read_marks (person_id, space_id, up_to) select p.id, s.id, ${rankOf(lately, sql`p.id`)}
      from people p, spaces s where s.kind = 'portal' and ${among(sql`p.id`, [...ids.people.values()])}`)
  })
}

async function seedPost(platform: Platform, sample: SeedPost, ids: Ids): Promise<void> {
  const { database } = platform
  const person = (key: string) => known(ids.people, key)
  const at = new Date(Date.now() - hoursAgo(sample) * hour)
  const { text, audience, group, to = [], tags, files = [] } = sample
  const where = group ? { groupId: known(ids.groups, group), audience } : { to: to.map((one) => withId(one, ids)) }
  const document = sample.document && withIds(sample.document, ids)
  const poll = askedIn(sample.poll)
  const { id } = await asPerson(database, person(sample.author), async (tx) => {
    const { kind } = await personRow(tx, person(sample.author))
    const attachmentIds = await seedUploads(tx, platform, person(sample.author), files)
    const said = { text, document, attachmentIds, poll, tags, ...addedIn(sample, person) }
    return addPost(tx, { database, me: { id: person(sample.author), kind } }, { ...where, ...said }, at)
  })
  if (sample.poll) await seedVotes(platform, id, sample.poll, person)
  await seedAnswers(platform, id, sample, person)
  const liked: SeedReaction[] = (sample.likes ?? []).map((by) => ({ by, kind: 'like' }))
  /** Each a quarter of an hour after the one before. */
  const given = (reactions: SeedReaction[], since: Date) =>
    reactions.map(({ by, kind }, index) => ({
      authorId: person(by),
      kind,
      at: new Date(Math.min(Date.now(), since.getTime() + (index + 1) * (hour / 4))),
    }))
  await seedReactions(platform, (tx) => postTarget(tx, id), given([...liked, ...(sample.reactions ?? [])], at))
  const said = (some: SeedPostComment[]): Parameters<typeof seedComments>[2] =>
    some
      .toSorted((a, b) => a.hoursAfter - b.hoursAfter)
      .map(({ author, text: words, files: brought = [], hoursAfter, reactions = [], replies = [] }) => {
        const saidAt = new Date(at.getTime() + hoursAfter * hour)
        const below = { reactions: given(reactions, saidAt), replies: said(replies) }
        return { authorId: person(author), text: words, files: brought, at: saidAt, ...below }
      })
  await seedComments(platform, id, said(sample.comments ?? []))
}

function withId(one: SeedAddressee, { people: persons, groups, departments }: Ids): AddresseeAsked {
  switch (one.kind) {
    case 'everyone':
      return one
    case 'department':
      return { kind: one.kind, id: known(departments, one.key), below: true }
    case 'group':
      return { kind: one.kind, id: known(groups, one.key), team: one.team ?? false }
    case 'person':
      return { kind: one.kind, id: known(persons, one.key) }
  }
}

/** A document with the ids of those whose keys it says. */
const withIds = (document: Doc, ids: Ids): Doc =>
  withMentions(document, ({ type, attrs }) => ({
    type,
    attrs: { id: known(type === 'person' ? ids.people : ids.groups, attrs.id) },
  }))

const hoursAgo = ({ daysAgo = 0, hoursAgo: hours = 0 }: SeedPost): number => daysAgo * 24 + hours

function known(map: Map<string, string>, key: string): string {
  const id = map.get(key)
  if (!id) throw new Error(`The sample knows no ${key}.`)
  return id
}
