import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readers, readersAmong } from '#access/readers.ts'
import { openTestPortal, type Client, type TestPortal } from '#tests/portal.ts'
import { letIn } from '#tests/rules/acquainted.ts'
import { posts } from '../../server/tables.ts'

describe('what was said to a group together with others, for its people from outside', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
  })
  afterAll(() => portal.close())

  /** Who of these two reads it: by the rules, in the list of readers, and among those who are asked about. */
  const readBy = async (id: string) => {
    const ids = { kim: portal.person('kim'), stefan: portal.person('stefan') }
    const [post] = await portal.keep((tx) => tx.select().from(posts).where(eq(posts.id, id)))
    const audienceId = post?.audienceId ?? ''
    const listed = await portal.keep((tx) => readers(tx, audienceId, 'feed'))
    const among = await portal.keep((tx) => readersAmong(tx, audienceId, Object.values(ids), 'feed'))
    const found: Record<string, boolean[]> = {}
    for (const who of ['kim', 'stefan'] as const) {
      const seen = await portal.under(who, (tx) => tx.$count(posts, eq(posts.id, id)))
      found[who] = [seen === 1, listed.some(({ personId }) => personId === ids[who]), among.includes(ids[who])]
    }
    return found
  }
  const ends: Record<string, (liam: Client, id: string) => Promise<unknown>> = {
    'GRP-3: is over once it is closed to them': (liam, id) => liam.groups.close({ id }),
    'GRP-4: is over where its feed is shut to them': (liam, id) =>
      liam.groups.changeTool({ id, tool: 'feed', viewers: 'team' }),
    'GRP-7: is over where they are kept apart': (liam, id) => liam.groups.isolate({ id, isolation: 'company' }),
    'GRP-7: is over where they only read': (liam, id) => liam.groups.isolate({ id, isolation: 'readonly' }),
    'GRP-10: is over while it is being removed': (_, id) =>
      portal.keep((tx) =>
        tx.execute(
          sql`update spaces set archived_at = now(), deleted_at = now() where id = (select space_id from groups where id = ${id})`,
        ),
      ),
    'INV-11: is over when their time there is': (_, id) =>
      portal.keep((tx) =>
        tx.execute(
          sql`insert into lapses (person_id, space_id) select ${portal.person('kim')}, space_id from groups where id = ${id}`,
        ),
      ),
  }

  it.each(Object.entries(ends))('%s', async (name, end) => {
    const liam = await portal.freshly('liam')
    const { id: groupId } = await liam.groups.create({ name, external: true, visibility: 'secret' })
    await letIn(portal, groupId, 'kim', 'liam')
    const { id } = await liam.feed.add({
      to: [
        { kind: 'group', id: groupId, team: false },
        { kind: 'person', id: portal.person('stefan') },
      ],
      text: 'To all of you',
    })
    await portal.settled()
    const all = [true, true, true]
    expect(await readBy(id)).toEqual({ kim: all, stefan: all })
    await end(liam, groupId)
    await portal.settled()
    expect(await readBy(id)).toEqual({ kim: all.map(() => false), stefan: all })
  })
})
