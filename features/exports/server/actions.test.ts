import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { unzip } from '#tests/archive.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { refusal } from '#tests/refusal.ts'
import { forgetExports, makeExport } from './jobs.ts'
import { exportKey } from './queries.ts'
import { exports } from './tables.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openTestPortal()
})
afterAll(() => portal.close())

const ask = async () => (await portal.as('liam')).exports.ofGroup({ id: portal.group('acme') })
const change = (id: string, values: Partial<typeof exports.$inferInsert>) =>
  portal.keep((tx) => tx.update(exports).set(values).where(eq(exports.id, id)))
const rowOf = async (id: string) => (await portal.keep((tx) => tx.select().from(exports).where(eq(exports.id, id))))[0]

it('GRP-11: a second start while one is made says so, and ten a day are enough', async () => {
  const { id } = await ask()
  await portal.settled()
  await change(id, { finishedAt: null })
  expect(await refusal(ask())).toBe('RECORD_RUNNING 403')
  await change(id, { finishedAt: new Date() })
  const [row] = await portal.keep((tx) => tx.select().from(exports).where(eq(exports.id, id)))
  const more = Array.from({ length: 9 }, () => ({ ...row, id: randomUUID() }) as typeof exports.$inferInsert)
  await portal.keep((tx) => tx.insert(exports).values(more))
  expect(await refusal(ask())).toBe('RECORDS_A_DAY 403')
  await portal.keep((tx) => tx.delete(exports))
})

it('GRP-11: broken off it begins anew, and whoever comes back late writes nothing over it', async () => {
  const { id } = await ask()
  await portal.settled()
  // As a killed process leaves it: half counted, no file, in the hands of somebody who is gone.
  await portal.platform.files.remove(exportKey(id))
  await change(id, { finishedAt: null, size: null, total: 90, done: 40, runId: randomUUID() })
  // Taken for dead while it wrote, its work is in other hands when it is done.
  const { files } = portal.platform
  const put: typeof files.put = async (...all) => {
    const kept = await files.put(...all)
    await change(id, { runId: randomUUID() })
    return kept
  }
  await makeExport.run({ id }, { ...portal.platform, files: { ...files, put } })
  expect((await rowOf(id))?.finishedAt).toBeNull()
  await Promise.all([1, 2].map(() => makeExport.run({ id }, portal.platform)))
  const row = await rowOf(id)
  expect(row).toMatchObject({ failedAt: null, attempts: 4 })
  expect(row?.finishedAt).toBeInstanceOf(Date)
  const liam = await portal.as('liam')
  const { body } = await liam.exports.download({ id })
  expect(body.size).toBe(row?.size)
  expect([...(await unzip(body)).keys()]).toContain('index.html')
})

it('GRP-11: what cannot be made says so after some tries, and keeps nobody from asking again', async () => {
  const { id } = await ask()
  await portal.settled()
  await change(id, { finishedAt: null, attempts: 5 })
  await makeExport.run({ id }, portal.platform)
  expect((await rowOf(id))?.failedAt).toBeInstanceOf(Date)
  expect(await portal.platform.files.has(exportKey(id))).toBe(false)
  expect(await refusal(ask())).toBe('done')
  await portal.settled()
})

it('GRP-11: after seven days the archive is hidden, and then its file and its row are gone', async () => {
  const { id } = await ask()
  await portal.settled()
  await change(id, { finishedAt: new Date(Date.now() - 7.1 * 86_400_000) })
  const liam = await portal.as('liam')
  expect(await refusal(liam.exports.download({ id }))).toBe('NOT_FOUND 404')
  expect(await portal.platform.files.has(exportKey(id))).toBe(true)
  await forgetExports.run({}, portal.platform)
  expect(await portal.platform.files.has(exportKey(id))).toBe(false)
  expect(await rowOf(id)).toBeUndefined()
})
