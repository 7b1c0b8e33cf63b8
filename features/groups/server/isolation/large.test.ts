import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { refusal } from '#tests/refusal.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { enter } from '../membership.ts'
import { groupRow } from '../queries.ts'
import { groupSeparations } from '../tables.ts'
import { separateSome } from './jobs.ts'
import { separate } from './separate.ts'

/** In the sample nobody is kept apart in Acme's group: kim, omar and ingrid of Acme, and sofia of Open Bench. */
describe('GRP-7: keeping externals apart in a group too large to do it at once', () => {
  let portal: TestPortal | undefined
  const open = (): TestPortal => {
    if (!portal) throw new Error('The portal is not open.')
    return portal
  }
  beforeEach(async () => {
    await portal?.close()
    portal = await openTestPortal()
    await open().keep(async (tx) => {
      const { spaceId, audienceId } = await groupRow(tx, acme())
      await tx.execute(sql`insert into events (space_id, audience_id, kind, actor_id, about_kind, about_id, data, relayed_at)
        select ${spaceId}, ${audienceId}, 'feed.posted', ${open().person('kim')}, 'post', uuidv7(), '{}', now() from generate_series(1, 5001)`)
    })
  })
  afterAll(() => portal?.close())

  const acme = () => open().group('acme')
  const outside: PersonKey[] = ['kim', 'omar', 'sofia']
  const isolate = async (isolation: 'open' | 'company') =>
    (await open().as('liam')).groups.isolate({ id: acme(), isolation })
  const going = async () => (await (await open().as('liam')).groups.separation({ id: acme() })).going
  const step = async (size: number) => {
    const [row] = await open().keep((tx) =>
      tx.select().from(groupSeparations).where(eq(groupSeparations.groupId, acme())),
    )
    return open().keep((tx) => separateSome(tx, row?.id ?? crypto.randomUUID(), size))
  }
  /** What the rules let somebody read in the group, asked past every procedure. */
  const readBy = (who: PersonKey) =>
    open().under(who, async (tx) => {
      const tables = [
        'posts',
        'comments',
        'reactions',
        'tasks',
        'threads',
        'members',
        'events',
        'appearances',
        'groups',
      ]
      const parts = tables.map(
        (name) =>
          sql`(select count(*) from ${sql.identifier(name)} where space_id = (select space_id from posts where id = ${marked}) or space_id = ${space})`,
      )
      const { rows } = await tx.execute<{ n: number }>(sql`select (${sql.join(parts, sql` + `)})::int as n`)
      return rows[0]?.n ?? 0
    })
  let marked = ''
  let space = ''

  it('nobody from outside reads anything there until all of it is in its place, and the team reads all of it', async () => {
    const [kim, liam, sofia] = [await open().as('kim'), await open().as('liam'), await open().as('sofia')]
    space = (await open().keep((tx) => groupRow(tx, acme()))).spaceId
    marked = (await kim.feed.add({ groupId: acme(), text: 'A question of Acme' })).id
    await liam.feed.addComment({ id: marked, text: 'An answer of the team' })
    await sofia.feed.addComment({ id: marked, text: 'A word of Open Bench' })
    const task = await liam.tasks.create({ groupId: acme(), title: 'A drawing', responsibleId: open().person('sofia') })
    expect(await (await open().as('liam')).groups.previewIsolation({ id: acme(), isolation: 'company' })).toMatchObject(
      {
        people: 4,
        companies: 2,
        metBefore: 4,
        meet: 3,
        large: true,
      },
    )
    await open().settled()
    const before = await readBy('liam')
    // What the queue would do is done here by hand, in small pieces.
    await open().platform.jobs.stop()
    expect((await isolate('company')).isolation).toBe('company')
    expect(await going()).toMatchObject({ moved: 0, total: null })
    expect(await refusal(isolate('open'))).toBe('BEING_SEPARATED 403')
    const preview = liam.groups.previewIsolation({ id: acme(), isolation: 'open' })
    expect(await refusal(preview)).toBe('BEING_SEPARATED 403')
    expect(await refusal(sofia.groups.separation({ id: acme() }))).toBe('NOT_FOUND 404')

    let steps = 0
    while (await step(steps < 12 ? 5 : 800)) {
      steps++
      if (steps % 4 !== 1) continue
      for (const who of outside) expect(await readBy(who), `${who} after ${steps} pieces`).toBe(0)
      expect(await readBy('liam')).toBeGreaterThanOrEqual(before)
      expect((await liam.feed.get({ id: marked })).text).toBe('A question of Acme')
      if (steps === 1) {
        await liam.feed.addComment({ id: marked, text: 'Written meanwhile' })
        await open().keep(async (tx) => {
          await enter(tx, await groupRow(tx, acme()), { id: open().person('lena'), kind: 'external' }, 'member')
        })
      }
    }
    expect(steps).toBeGreaterThan(12)
    expect(await going()).toBeNull()
    expect(await refusal(sofia.feed.get({ id: marked }))).toBe('NOT_FOUND 404')
    expect(await refusal(kim.tasks.get({ id: task.id }))).toBe('NOT_FOUND 404')
    expect((await sofia.tasks.get({ id: task.id })).title).toBe('A drawing')
    expect((await (await open().as('omar')).feed.get({ id: marked })).comments).toBe(2)
    expect((await liam.feed.get({ id: marked })).comments).toBe(3)
    const lena = (await (await open().as('lena')).groups.members({ id: acme(), limit: 100 })).items
    expect(lena.map(({ person }) => person.name).filter((name) => /Kim|Omar|Ingrid|Sofia/.test(name))).toEqual([])
    // Done at once, there would be nothing left to move.
    expect(await open().keep((tx) => separate(tx, acme(), 'company'))).toEqual({ posts: 0, comments: 0, tasks: 0 })
  })

  it('is done by the queue, and a group that is closed meanwhile stays closed', async () => {
    await isolate('company')
    await open().settled()
    expect(await going()).toBeNull()
    expect((await (await open().as('kim')).groups.get({ id: acme() })).mine).toBe('member')
    await open().platform.jobs.stop()
    await isolate('open')
    await (await open().as('liam')).groups.close({ id: acme() })
    expect(
      await refusal((await open().as('liam')).groups.open({ id: acme(), from: 'everything', isolation: 'open' })),
    ).toBe('BEING_SEPARATED 403')
    while (await step(2000));
    expect(await refusal((await open().as('kim')).groups.get({ id: acme() }))).toBe('NOT_FOUND 404')
    expect((await (await open().as('liam')).groups.get({ id: acme() })).external).toBe(false)
  })
})
