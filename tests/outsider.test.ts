import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call } from '@orpc/server'
import { accountRoutes } from '#features/account/server/routes.ts'
import { eq } from 'drizzle-orm'
import { passkeys, sessions } from '#access/sign-in-tables.ts'
import { invitations } from '#features/invitations/server/tables.ts'
import { noticesRoutes } from '#features/notices/server/routes.ts'
import { peopleRoutes } from '#features/people/server/routes.ts'
import { saidCompanies } from '#features/people/server/tables.ts'
import { picture } from './rules/inputs.ts'
import { openTestPortal, type TestPortal } from './portal.ts'
import { findIdFaults, findWordFaults, fingerprint, outsider, type Outsider } from './rules/outsider.ts'
import { findWireFaults } from './rules/over-http.ts'
import { openPushService, type PushService } from './rules/pushes.ts'
import { bySection, everyProcedure, nobody, signIn, type Caller } from './rules/procedures.ts'

/** A browser of theirs in which push is on; its id, as the address of a browser says it. */
async function turnPushOn(service: PushService, { context }: Caller): Promise<string[]> {
  const { subscription } = service.newBrowser()
  const { items } = await call(noticesRoutes.turnPushOn, subscription, { context })
  return items.map(({ id }) => id)
}

const everyName = everyProcedure.map(({ name }) => name).toSorted()
const withPlaces = everyProcedure.filter(({ places }) => places.length > 0)
const namesWithPlaces = withPlaces.map(({ name }) => name).toSorted()

describe('to somebody who was not invited', () => {
  let portal: TestPortal
  let service: PushService
  let outsiders: { noel: Outsider; lena: Outsider; nobody: Outsider }
  beforeAll(async () => {
    portal = await openTestPortal()
    service = await openPushService(portal)
    // So that there are sessions, tokens and passkeys of somebody else.
    await portal.keep((tx) =>
      tx.insert(passkeys).values(
        (['kim', 'liam', 'anna'] as const).map((key) => ({
          personId: portal.person(key),
          name: 'A phone',
          credentialId: key,
          publicKey: key,
          counter: 0,
          transports: [],
        })),
      ),
    )
    const kim = await signIn(portal, 'kim')
    await call(accountRoutes.makeToken, { name: 'A program of Kim' }, { context: kim.context })
    await turnPushOn(service, kim)
    await call(peopleRoutes.setPhoto, { photo: picture('Boris') }, { context: (await signIn(portal, 'boris')).context })
    // A picture that stands in a text of the team.
    const { writing, feed } = await portal.as('boris')
    const { id } = await writing.addPicture({ picture: picture('A plan') })
    const document = { type: 'doc' as const, content: [{ type: 'picture' as const, attrs: { id } }] }
    await feed.add({ groupId: portal.group('acme'), audience: 'team', document })
    // And a file that the team keeps to itself.
    const file = await writing.addAttachment({ query: { name: 'Plan.png' }, body: picture('A plan') })
    await feed.add({ groupId: portal.group('acme'), audience: 'team', attachmentIds: [file.id] })
    await (await portal.as('anna')).exports.ofMe({})
    await (await portal.as('liam')).exports.ofGroup({ id: portal.group('acme'), personId: portal.person('kim') })
    await portal.settled()
    // One waits for an administrator, so that approving it is an answer.
    await portal.keep((tx) => tx.update(invitations).set({ heldAt: new Date() }))
    outsiders = {
      noel: await outsider(portal, await signIn(portal, 'noel'), 6),
      lena: await outsider(portal, await signIn(portal, 'lena'), 3),
      nobody: await outsider(portal, nobody(portal), 1),
    }
  })
  afterAll(async () => {
    await portal.close()
    await service.close()
  })

  it('every table with something hidden in it gives ids to ask with', () => {
    for (const noun of [
      'people',
      'groups',
      'posts',
      'tasks',
      'comments',
      'threads',
      'members',
      'invitations',
      'requests',
      'audiences',
      'spaces',
      'circles',
      'seats',
      'events',
      'sessions',
      'tokens',
      'passkeys',
      'push_subscriptions',
      'exports',
    ])
      expect(outsiders.noel.hidden.get(noun)?.length, noun).toBeGreaterThan(0)
    expect(outsiders.lena.seen.get('groups')).toEqual([portal.group('carriers')])
  })

  describe.each(['noel', 'lena', 'nobody'] as const)(
    'what is hidden and what is missing are one answer, and nothing changes: %s',
    (key) => {
      it.each(bySection(withPlaces))(
        '%s',
        async (_name, procedures) => {
          const before = await portal.keep((tx) => fingerprint(tx))
          const { faults, asked } = await findIdFaults(outsiders[key], { procedures })
          expect(faults).toEqual([])
          expect([...asked].toSorted()).toEqual(procedures.map(({ name }) => name).toSorted())
          expect(await portal.keep((tx) => fingerprint(tx))).toEqual(before)
        },
        60_000,
      )
    },
  )

  it('the same over the wire, to the byte, by REST and by the calls of our pages', async () => {
    // Whoever is signed in is seen to be here, and so is their browser.
    const traces = ['sign_ins', 'sessions']
    const before = await portal.keep((tx) => fingerprint(tx, traces))
    for (const who of Object.values(outsiders)) {
      const { faults, asked } = await findWireFaults(portal, who)
      expect(faults).toEqual([])
      expect([...asked].toSorted()).toEqual(namesWithPlaces)
    }
    expect(await portal.keep((tx) => fingerprint(tx, traces))).toEqual(before)
  }, 120_000)

  it('names and addresses that are known here mean as little as invented ones, and every procedure was asked', async () => {
    const words = [
      { said: 'Helena Brandt', invented: 'Hanna Bergman' },
      { said: 'helena@orlanta.example', invented: 'hanna@orlanta.example' },
      { said: 'Project Heron', invented: 'Project Raven' },
      { said: 'kim@acme.example', invented: 'tom@acme.example' },
    ]
    for (const key of ['noel', 'nobody'] as const) {
      const { faults, asked } = await findWordFaults(outsiders[key], words)
      expect(faults).toEqual([])
      expect([...asked].toSorted()).toEqual(everyName)
    }
  }, 60_000)

  // The last, because they do all that somebody inside may do: companies become one, people others.
  describe('somebody inside gets another answer', () => {
    let made: Awaited<ReturnType<typeof makeForInsiders>>
    const different = new Set<string>()
    beforeAll(async () => {
      made = await makeForInsiders(portal)
    })

    it.each(['liam', 'anna'] as const)(
      '%s, where they may ask',
      async (key) => {
        const insider = await outsider(portal, await signIn(portal, key), 3)
        const seen = new Map([...insider.seen, ...made, ...(await ownOf(insider.caller, key))])
        seen.set('posts', [...(insider.seen.get('posts') ?? []), ...(made.get('posts') ?? [])])
        const { faults } = await findIdFaults({ ...insider, seen, hidden: seen }, { fitting: true })
        expect(faults.length).toBeGreaterThan(0)
        for (const fault of faults) different.add(fault.split(' ')[0] ?? '')
      },
      60_000,
    )

    it('one of the two from each of these procedures', () => {
      // Letters have names of their own; the lists that only go on from an id have nothing to find by it.
      const byId = withPlaces.filter(({ places }) => places.some(({ key, noun }) => key !== 'after' && noun !== 'mail'))
      expect(byId.map(({ name }) => name).filter((name) => !different.has(name))).toEqual([])
    })
  })

  /** What only whoever it belongs to can ask for. */
  async function ownOf({ context }: Caller, key: 'liam' | 'anna'): Promise<[string, string[]][]> {
    const own = await portal.keep((tx) =>
      tx
        .select()
        .from(sessions)
        .where(eq(sessions.userId, portal.person(key))),
    )
    const keys = await portal.keep((tx) =>
      tx
        .select()
        .from(passkeys)
        .where(eq(passkeys.personId, portal.person(key))),
    )
    const token = await call(accountRoutes.makeToken, { name: 'A program' }, { context })
    // In a browser that is not signed out on the way.
    const pushes = await turnPushOn(service, await signIn(portal, key))
    const { writing } = await portal.as(key)
    const waiting = await writing.addAttachment({ query: { name: 'Plan.png' }, body: picture('') })
    return [
      ['attachments', [waiting.id]],
      ['sessions', own.map(({ id }) => id)],
      ['tokens', [token.id]],
      ['passkeys', keys.map(({ id }) => id)],
      ['push', pushes],
    ]
  }
})

/** What there has to be for each procedure to have something to do, by its noun. */
async function makeForInsiders(portal: TestPortal): Promise<Map<string, string[]>> {
  // What only whoever asked can take back.
  const { id: asked } = await (await portal.as('anna')).requests.ask({ id: portal.group('library') })
  // In a group of its own, since making a link anew ends the one before.
  const liam = await portal.as('liam')
  const { id: linked } = await liam.groups.create({ name: 'Reached by a link', external: true })
  const link = await liam.invitations.makeLink({ id: linked })
  // Whose word about their company is assigned.
  await portal.keep((tx) => tx.insert(saidCompanies).values({ personId: portal.person('noel'), name: 'Byrne & Co' }))
  // To anybody signed in the portal's own reactions are no secret, and the sample has none.
  const emoji = await (await portal.as('anna')).comments.emojis.add({ name: 'Ours', picture: picture('ours') })
  // Of posts only some are announcements, invite to something, or ask.
  const acme = { groupId: portal.group('acme'), audience: 'team' as const }
  const { id: announced } = await liam.feed.add({ ...acme, text: 'Read this', announcement: {} })
  const when = { firstDay: '2031-05-04', lastDay: '2031-05-05' }
  const { id: invited } = await liam.feed.add({ ...acme, text: 'Come', calendarEvent: { title: 'Fair', when } })
  const poll = { question: 'When?', options: ['Now', 'Later'] }
  const { id: polled, poll: put } = await liam.feed.add({ ...acme, poll })
  return new Map([
    ['groups', [portal.group('acme'), portal.group('workshop')]],
    ['posts', [announced, invited, polled]],
    ['poll_options', put?.options.map(({ id }) => id) ?? []],
    ['people', [portal.person('boris'), portal.person('kim')]],
    // Not Kim, who is taken out and moved before these are asked.
    ['externals', [portal.person('omar')]],
    ['said', [portal.person('noel')]],
    ['room_links', [link.id]],
    ['requests', [asked]],
    ['emojis', [emoji.id]],
  ])
}
