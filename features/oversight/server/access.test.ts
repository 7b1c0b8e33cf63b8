import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'

describe('who can see this (SEE-2)', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
  })
  afterAll(() => portal.close())

  const readersOf = async (key: PersonKey, kind: 'group' | 'post' | 'task', id: string) => {
    const { items } = await (await portal.as(key)).oversight.whoCanSee({ kind, id })
    return Object.fromEntries(items.map(({ because, people }) => [because, people.map((person) => person.name)]))
  }
  const postOf = async (audience: 'everyone' | 'team') => {
    const { items } = await (await portal.as('liam')).feed.list({ group: portal.group('acme'), limit: 50 })
    const post = items.find((one) => one.audience === audience)
    if (!post) throw new Error(`There is no post to ${audience}.`)
    return post.id
  }

  it('names everyone in an external group by reason, to an employee and to an external alike', async () => {
    for (const key of ['liam', 'kim'] as const) {
      const readers = await readersOf(key, 'group', portal.group('acme'))
      expect(readers.owner).toEqual(['Liam Doherty'])
      expect(readers.moderator).toEqual(['Ruth Okafor'])
      expect(readers.member).toContain('Kim Lee')
      expect(readers.member).not.toContain('Lena Hoffmann')
    }
  })

  it('names no external for what only the team reads (GRP-8)', async () => {
    const readers = await readersOf('liam', 'post', await postOf('team'))
    expect(Object.values(readers).flat()).toContain('Céline Moreau')
    expect(Object.values(readers).flat()).not.toContain('Kim Lee')
  })

  it('says of a hidden record what it says of a missing one', async () => {
    const asked = async (key: PersonKey, kind: 'group' | 'post', id: string) =>
      JSON.stringify(await readersOf(key, kind, id).catch((error: unknown) => error))
    const missing = await asked('kim', 'post', '00000000-0000-7000-8000-000000000000')
    expect(missing).toContain('NOT_FOUND')
    expect(await asked('kim', 'post', await postOf('team'))).toBe(missing)
    expect(await asked('kim', 'group', portal.group('carriers'))).toBe(missing)
    expect(await asked('anna', 'group', portal.group('heron'))).toBe(missing)
  })
})
