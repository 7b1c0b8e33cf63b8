import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { call } from '@orpc/server'
import { noticesRoutes } from '#features/notices/server/routes.ts'
import { enter } from '#features/groups/server/membership.ts'
import { groupRow } from '#features/groups/server/queries.ts'
import { unzip } from './archive.ts'
import { openTestPortal, type TestPortal } from './portal.ts'
import { act, teamActs } from './rules/acts.ts'
import { around, marker, plantMarkers, walk } from './rules/canary.ts'
import { listenAs } from './rules/ear.ts'
import { picture } from './rules/inputs.ts'
import { lettersTo } from './rules/letters.ts'
import { send } from './rules/over-http.ts'
import { openPushService } from './rules/pushes.ts'
import { bySection, everyProcedure, signIn, type Caller, type Procedure } from './rules/procedures.ts'
import { hiddenIds, idsSeenBy, readWorld } from './rules/seen.ts'

/** Somebody outside, somebody inside who must meet what they must not, and who acts where they are not. */
const walkers: { who: PersonKey; inside: PersonKey; actors: PersonKey[]; teamOf: 'acme' | null; email: string }[] = [
  { who: 'kim', inside: 'liam', actors: ['helena', 'rustam'], teamOf: 'acme', email: 'kim@acme.example' },
  { who: 'gita', inside: 'liam', actors: ['helena'], teamOf: null, email: 'gita@orlanta.example' },
]

/** Two groups that somebody from outside comes into late: in one what was written stays with the team (GRP-3), in the other with those before (GRP-9). */
async function writePast(portal: TestPortal, inside: PersonKey, who: PersonKey): Promise<void> {
  const owner = await portal.as(inside)
  const letIn = (groupId: string, key: PersonKey) =>
    portal.keep(async (tx) => {
      await enter(tx, await groupRow(tx, groupId), { id: portal.person(key), kind: 'external' }, 'member')
    })
  for (const history of ['everything', 'joining'] as const) {
    const { id } = await owner.groups.create({ name: `Late comers, ${history}`, external: true, history })
    if (history === 'joining') await letIn(id, 'omar')
    const file = await owner.writing.addAttachment({ query: { name: 'Before.png' }, body: picture('Before') })
    const post = await owner.feed.add({ groupId: id, text: 'Before', attachmentIds: [file.id] })
    await owner.comments.add({ threadId: post.id, text: 'Before, too' })
    await owner.tasks.create({ groupId: id, title: 'Before', responsibleId: portal.person(inside) })
    if (history === 'everything') await owner.invitations.invite({ id, emails: ['nobody@nowhere.example'] })
    await letIn(id, who)
    await owner.feed.add({ groupId: id, text: 'After' })
  }
}

describe.each(walkers)(
  'what $who must not see carries a marker, and none comes to them',
  ({ who, inside, actors, teamOf, email }) => {
    let portal: TestPortal
    let caller: Caller
    let insider: Caller
    let planted: Map<string, number>
    beforeAll(async () => {
      portal = await openTestPortal()
      if (teamOf) await writePast(portal, inside, who)
      caller = await signIn(portal, who)
      insider = await signIn(portal, inside)
      planted = await plantMarkers(portal, portal.person(who))
      // With everybody here, whoever narrows a list to those online meets the same people.
      await portal.keep((tx) =>
        tx.execute(sql`insert into presences (person_id, until) select id, now() + interval '1 day' from people`),
      )
    })
    afterAll(() => portal.close())

    /** Without what would end the walk, or bring more people and things into sight. */
    const staying = ({ name }: Procedure) => !/^account\.(signOut|end)|^groups\.join$/.test(name)

    it('of which there are many', () => {
      for (const table of ['people', 'groups', 'posts', 'tasks', 'comments', 'reaches', 'uploads'])
        expect(planted.get(table), table).toBeGreaterThan(0)
    })

    /** Asks with these ids, or with all that they see by now: what came with a marker, and what was not asked after all. */
    const look = async (which: (procedure: Procedure) => boolean, seen?: Map<string, string[]>) => {
      const { faults, asked } = await walk(caller, which, seen ?? (await idsSeenBy(portal, portal.person(who))))
      const unasked = everyProcedure.filter((procedure) => which(procedure) && !asked.has(procedure.name))
      return { faults, unasked: unasked.map(({ name }) => name) }
    }
    const nothing = { faults: [], unasked: [] }

    it('in any answer', async () => {
      expect(await look(({ method }) => method === 'GET')).toEqual(nothing)
    }, 60_000)

    it('while somebody inside meets them at every turn', async () => {
      const { faults } = await walk(
        insider,
        ({ name }) =>
          /^(people|groups|feed|tasks|writing)\.(list|get|members|photo|attachment|attachmentPreview)$/.test(name),
        await idsSeenBy(portal, portal.person(inside)),
      )
      const met = new Set(faults.map((fault) => fault.split(' ')[0] ?? ''))
      expect([...met]).toEqual(
        expect.arrayContaining([
          'feed.get',
          'feed.list',
          'groups.list',
          'people.list',
          'people.photo',
          'tasks.get',
          'tasks.list',
          'writing.attachment',
          'writing.attachmentPreview',
        ]),
      )
    }, 60_000)

    it('in any page or file', async () => {
      const photos = await portal.keep(
        async (tx) => (await hiddenIds(portal, await readWorld(tx), portal.person(who))).get('people') ?? [],
      )
      const paths = [
        '/',
        '/feed',
        '/people',
        `/groups/${portal.group('heron')}`,
        '/api/v1/openapi.json',
        '/api/v1/docs',
        '/healthz',
        '/readyz',
        ...photos.map((id) => `/api/v1/people/${id}/photo`),
      ]
      for (const path of paths) {
        const answer = await send(portal, caller.cookie, { path, method: 'GET' })
        expect(answer.includes(marker) ? `${path}: ${around(answer)}` : '').toBe('')
      }
      const toInsider = photos.map((id) =>
        send(portal, insider.cookie, { path: `/api/v1/people/${id}/photo`, method: 'GET' }),
      )
      expect((await Promise.all(toInsider)).some((answer) => answer.includes(marker))).toBe(true)
    })

    it('in any archive that is made for them (GRP-11, PPL-11), while one for somebody inside has them', async () => {
      const archive = async (reader: Caller, asked: Promise<{ id: string }>) => {
        const { id } = await asked
        await portal.settled()
        const answer = await fetch(`${portal.url}/api/v1/exports/${id}/file`, { headers: { cookie: reader.cookie } })
        return unzip(await answer.blob())
      }
      const marked = (files: Map<string, string>) =>
        [...files].filter(([, content]) => content.includes(marker)).map(([name, content]) => name + around(content))
      const [owner, reader] = [await portal.as(inside), await portal.as(who)]
      const id = portal.group('acme')
      const own = await archive(caller, reader.exports.ofMe())
      expect(own.size).toBeGreaterThan(5)
      expect(marked(own)).toEqual([])
      if (teamOf) {
        const given = await archive(caller, owner.exports.ofGroup({ id, personId: portal.person(who) }))
        expect(given.has('posts-1.html')).toBe(true)
        expect(marked(given)).toEqual([])
      }
      expect(marked(await archive(insider, owner.exports.ofGroup({ id })))).not.toEqual([])
    }, 60_000)

    it('in any frame, letter or push, whatever others do where they are not', async () => {
      const ear = await listenAs(portal, caller.cookie)
      const witness = await listenAs(portal, insider.cookie)
      const service = await openPushService(portal)
      const [theirs, toInsider] = [service.newBrowser(), service.newBrowser()]
      for (const [reader, browser] of [
        [caller, theirs],
        [insider, toInsider],
      ] as const)
        await call(noticesRoutes.turnPushOn, browser.subscription, { context: reader.context })
      let acts = 0
      for (const key of actors) acts += await act(portal, await signIn(portal, key), portal.person(who))
      if (teamOf) acts += await teamActs(portal, insider, portal.person(who), portal.group(teamOf))
      else acts += await act(portal, insider, portal.person(who))
      expect(acts).toBeGreaterThan(10)
      const stranger = await portal.as(actors.at(0) ?? inside)
      await stranger.tasks.create({ title: marker, responsibleId: portal.person(inside) })
      const last = await (
        await portal.as(inside)
      ).tasks.create({
        title: 'For you',
        responsibleId: portal.person(who),
        ...(teamOf ? { groupId: portal.group(teamOf) } : {}),
      })
      await portal.settled()
      await ear.hears(({ about }) => about?.id === last.id)
      await witness.hears(({ about }) => about?.id === last.id)
      const hidden = new Set(
        [...(await hiddenIds(portal, await portal.keep(readWorld), portal.person(who))).values()].flat(),
      )
      expect(
        ear.frames.filter((frame) => JSON.stringify(frame).includes(marker) || hidden.has(frame.about?.id ?? '')),
      ).toEqual([])
      expect(witness.frames.some((frame) => hidden.has(frame.about?.id ?? ''))).toBe(true)
      const letters = await lettersTo(portal.folder, email)
      if (teamOf) expect(letters.join('\n')).toContain('For you')
      expect(letters.filter((letter) => letter.includes(marker)).map(around)).toEqual([])
      expect((await lettersTo(portal.folder, 'liam@orlanta.example')).some((letter) => letter.includes(marker))).toBe(
        true,
      )
      // What was decrypted as their browsers do.
      expect(theirs.pushed.map(({ text }) => text).filter((text) => text.includes(marker))).toEqual([])
      if (teamOf) expect(theirs.pushed.map(({ text }) => text).join('\n')).toContain('For you')
      expect(toInsider.pushed.some(({ text }) => text.includes(marker))).toBe(true)
      for (const one of [ear, witness]) one.close()
      await service.close()
    }, 60_000)

    describe('in any answer afterwards, even to what changes something', () => {
      let seen: Map<string, string[]>
      // Before anything is changed: whoever left on the way goes on asking about what they saw.
      beforeAll(async () => {
        seen = await idsSeenBy(portal, portal.person(who))
      })
      it.each(bySection(everyProcedure.filter(staying)))(
        '%s',
        async (_section, procedures) => {
          expect(await look((procedure) => procedures.includes(procedure), seen)).toEqual(nothing)
        },
        60_000,
      )
    })
  },
)
