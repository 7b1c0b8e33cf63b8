import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readersAmong } from '#access/readers.ts'
import { posts } from '#features/feed/server/tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from './portal.ts'
import { letIn } from './rules/acquainted.ts'
import { fill, fillingsOf } from './rules/inputs.ts'
import { listenAs } from './rules/ear.ts'
import { ask, everyProcedure, signIn, type Caller } from './rules/procedures.ts'

/** All that is there for somebody in the lobby, and for whoever is not signed in at all. */
const inTheLobby =
  /^(account\.\w+|exports\.(list|ofMe)|groups\.ownAccess|requests\.lobby|people\.(get|photo|setPhoto|removePhoto|companies\.say))$/
const forAnybody = /^(portal\.(face|setUp|manifest|icon)|invitations\.(look|redeem))$/
const closed = everyProcedure.filter(({ name }) => !inTheLobby.test(name) && !forAnybody.test(name))

describe('the lobby (INV-6): a person from outside who is in no group', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
  })
  afterAll(() => portal.close())

  /** Every way of asking every procedure with what is really there; those that answer anything but that there is no such thing. */
  async function answering(caller: Caller, which = closed): Promise<string[]> {
    const found = new Set<string>()
    const idFor = ({ noun }: { noun: string }) =>
      noun === 'groups' ? portal.group('acme') : noun === 'people' ? (caller.personId ?? undefined) : undefined
    for (const procedure of which) {
      for (const filling of fillingsOf(procedure.shape)) {
        for (const ids of [idFor, () => undefined]) {
          const input = fill(procedure.shape, procedure.route, { ...filling, text: 'Something', idFor: ids })
          const { text } = await ask(caller, procedure, input)
          if (text !== nothing) found.add(`${procedure.name}: ${text}`)
        }
      }
    }
    return [...found]
  }
  const nothing = JSON.stringify({
    defined: false,
    code: 'NOT_FOUND',
    status: 404,
    message: 'There is no such thing here.',
  })

  it('has nothing but the lobby, their profile and their own account: every other procedure does not exist', async () => {
    expect(closed.length).toBeGreaterThan(40)
    const noel = await signIn(portal, 'noel')
    expect(await answering(noel)).toEqual([])
    const client = await portal.as('noel')
    expect(await client.account.me()).toMatchObject({ waiting: true, sections: ['account', 'exports', 'requests'] })
    const { items } = await client.requests.lobby()
    expect(items).toMatchObject([{ groupName: 'Acme headquarters, Dublin', state: 'waiting', groupId: null }])
    expect(JSON.stringify(items)).not.toContain(portal.group('acme'))
    expect(await client.people.get({ id: portal.person('noel') })).toMatchObject({ name: 'Noel Byrne' })
  }, 60_000)

  it('is where somebody is who was taken out of their last group, at once', async () => {
    const kim = await signIn(portal, 'kim')
    const reading = closed.filter(({ method }) => method === 'GET')
    expect((await answering(kim, reading)).length).toBeGreaterThan(10)
    const ear = await listenAs(portal, kim.cookie)
    await (await portal.as('ruth')).groups.removeMember({ id: portal.group('acme'), personId: portal.person('kim') })
    await ear.hears(({ kind }) => kind === 'access.changed')
    expect(await answering(kim)).toEqual([])
    expect(await (await portal.as('kim')).account.me()).toMatchObject({ waiting: true })
    ear.close()
  }, 60_000)

  it('is where nothing is heard or read any more of what was said to somebody by name, by whatever way, until they are in a group again', async () => {
    const liam = await portal.as('liam')
    const to = [{ kind: 'person' as const, id: portal.person('omar') }]
    const { id } = await liam.feed.add({ to, text: 'Between us' })
    await portal.settled()
    const rows = () => portal.under('omar', (tx) => tx.select().from(posts).where(eq(posts.id, id)))
    const readers = async () => {
      const [post] = await portal.keep((tx) => tx.select().from(posts).where(eq(posts.id, id)))
      const audienceId = post?.audienceId ?? ''
      const all = await portal.keep((tx) => tx.execute(sql`select from access.readers(${audienceId}, 'feed')`))
      return [
        all.rowCount,
        (await portal.keep((tx) => readersAmong(tx, audienceId, [portal.person('omar')], 'feed'))).length,
      ]
    }
    expect([(await rows()).length, await readers()]).toEqual([1, [2, 1]])
    const ear = await listenAs(portal, (await signIn(portal, 'omar')).cookie)
    await liam.groups.removeMember({ id: portal.group('acme'), personId: portal.person('omar') })
    await ear.hears(({ kind }) => kind === 'access.changed')
    const before = ear.frames.length
    await liam.comments.add({ threadId: id, text: 'Still between us' })
    await portal.settled()
    await ear.caughtUp()
    expect(ear.frames.slice(before).filter(({ kind }) => kind !== 'access.changed')).toEqual([])
    expect([(await rows()).length, await readers()]).toEqual([0, [1, 0]])
    await letIn(portal, portal.group('acme'), 'omar', 'liam')
    expect([(await rows()).length, await readers()]).toEqual([1, [2, 1]])
    ear.close()
  })

  it('is not where somebody is who has another group, nor where anybody is who works here', async () => {
    await (await portal.as('ruth')).groups.removeMember({ id: portal.group('acme'), personId: portal.person('sofia') })
    for (const key of ['sofia', 'gita'] as const satisfies PersonKey[]) {
      const me = await (await portal.as(key)).account.me()
      expect(me.waiting).toBe(false)
      expect(me.sections).toContain('feed')
    }
  })
})
