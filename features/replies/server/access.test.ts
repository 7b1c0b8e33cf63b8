import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { threads } from '#features/comments/server/tables.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { replyAddressFor } from './addresses.ts'
import { lettersIn, replyAddresses } from './tables.ts'

let portal: TestPortal
let mine: string
beforeAll(async () => {
  portal = await openTestPortal()
  const [thread] = await portal.keep((tx) => tx.select().from(threads).where(eq(threads.kind, 'task')).limit(1))
  if (!thread) throw new Error('the sample has no task')
  const personId = portal.person('kim')
  await portal.keep((tx) =>
    tx.insert(replyAddresses).values({
      hash: 'x',
      personId,
      email: 'kim@acme.example',
      threadId: thread.id,
      audienceId: thread.audienceId,
    }),
  )
  const about = { addressHash: 'x', personId, writer: 'kim@acme.example', keptAt: new Date() }
  const rows = await portal.keep((tx) =>
    tx
      .insert(lettersIn)
      .values([
        { ...about, takenAt: new Date(), settledAt: new Date() },
        { ...about, refusal: 'empty', settledAt: new Date() },
        { ...about, personId: null, writer: 'eve@evil.example', refusal: 'sender', settledAt: new Date() },
      ])
      .returning(),
  )
  mine = rows[0]?.id ?? ''
})
afterAll(() => portal.close())

const others = ['liam', 'gita', 'helena', 'noel'] as const

it('TASK-2: administrators see which letters were refused and why, page by page, and none that became a comment', async () => {
  const anna = await portal.as('anna')
  const first = await anna.replies.refused({ limit: 1 })
  expect(first).toMatchObject({ items: [{ from: 'eve@evil.example', why: 'sender' }], comesTo: null })
  const second = await anna.replies.refused({ limit: 1, after: first.next ?? '' })
  expect(second).toMatchObject({ items: [{ from: 'kim@acme.example', why: 'empty' }], next: null })
  await expect(anna.replies.refused({ after: 'x' })).rejects.toMatchObject({ code: 'INVALID' })
  // By the rule itself too.
  const rows = await portal.under('anna', (tx) => tx.select().from(lettersIn))
  expect(rows.map(({ refusal }) => refusal ?? '').toSorted((a, b) => a.localeCompare(b))).toEqual(['empty', 'sender'])
})

it('TASK-2: to everybody else there is no such list, and no letter of anybody else', async () => {
  for (const key of [...others, 'kim'] as const)
    await expect((await portal.as(key)).replies.refused({})).rejects.toMatchObject({ code: 'NOT_FOUND' })
  for (const key of others) expect(await portal.under(key, (tx) => tx.select().from(lettersIn)), key).toEqual([])
})

it('TASK-2: a letter is taken by whoever wrote it alone, and nothing else of it can be written', async () => {
  const take = (key: (typeof others)[number] | 'anna' | 'kim') =>
    portal.under(key, (tx) =>
      tx.update(lettersIn).set({ takenAt: new Date() }).where(eq(lettersIn.id, mine)).returning(),
    )
  for (const key of [...others, 'anna'] as const) expect(await take(key), key).toEqual([])
  expect(await take('kim')).toHaveLength(1)
  for (const change of [{ personId: portal.person('liam') }, { refusal: null }, { addressHash: 'y' }])
    await expect(portal.under('kim', (tx) => tx.update(lettersIn).set(change))).rejects.toThrow('Failed query')
  await expect(portal.under('kim', (tx) => tx.insert(lettersIn).values({ addressHash: 'x' }))).rejects.toThrow(
    'Failed query',
  )
})

it('TASK-2: nobody reads where an answer leads, whom it was for neither', async () => {
  for (const key of [...others, 'anna', 'kim'] as const)
    await expect(
      portal.under(key, (tx) => tx.select().from(replyAddresses)),
      key,
    ).rejects.toThrow('Failed query')
})

it('where letters do not come in no letter can be answered', async () => {
  const about = { threadId: '0198c0de-0000-7000-8000-0123456789ab', personId: portal.person('kim') }
  expect(await portal.keep((tx) => replyAddressFor(tx, portal.platform, about))).toBeNull()
})
