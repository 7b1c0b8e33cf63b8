import { newToken } from '#access/sessions.ts'
import type { Ground } from './cluster.ts'
import { startChild } from './child.ts'
import { median } from './measure.ts'
import type { Reader } from './readers.ts'

/** One way of asking over HTTP: milliseconds of a request, one after the other, and requests a second with 16 at once. */
export interface RequestFigure {
  request: string
  alone: number
  bareAlone: number
  aSecond: number
  bareASecond: number
}

const atOnce = 16

/** Whole requests of the portal against a bare Fastify route that asks the database for 1, taking turns. */
export async function measureRequests(ground: Ground, reader: Reader, rounds: number): Promise<RequestFigure[]> {
  const { shown, hash } = newToken()
  await ground.admin.keeper.query(`insert into tokens (person_id, name, hash) values ($1, 'bench', $2)`, [
    reader.me.id,
    hash,
  ])
  const portal = await startChild(ground.urls, 'portal')
  const bare = await startChild(ground.urls, 'bare')
  const ask = asker(shown)
  try {
    const figures: RequestFigure[] = []
    for (const path of [`/posts?group=${reader.group}&limit=25`, `/tasks?group=${reader.group}&limit=25`]) {
      const url = `${portal.url}/api/v1${path}`
      const times = { alone: [] as number[], bareAlone: [] as number[], many: [] as number[], bareMany: [] as number[] }
      for (let round = -1; round < rounds; round++) {
        const alone = await timed(() => inTurn(20, () => ask(url)))
        const bareAlone = await timed(() => inTurn(20, () => ask(bare.url)))
        const many = await timed(() => together(() => ask(url)))
        const bareMany = await timed(() => together(() => ask(bare.url)))
        if (round < 0) continue
        times.alone.push(alone / 20)
        times.bareAlone.push(bareAlone / 20)
        times.many.push(many)
        times.bareMany.push(bareMany)
      }
      const perSecond = (values: number[]): number => (atOnce * 5 * 1000) / median(values)
      figures.push({
        request: `GET /api/v1${path.replace(/=[0-9a-f-]{36}/, '=…')}`,
        alone: median(times.alone),
        bareAlone: median(times.bareAlone),
        aSecond: perSecond(times.many),
        bareASecond: perSecond(times.bareMany),
      })
    }
    return figures
  } finally {
    await Promise.all([portal.stop(), bare.stop()])
  }
}

/** Asks with a token, each time from another address: the portal limits how often one address may ask. */
function asker(token: string): (url: string) => Promise<void> {
  let count = 0
  return async (url) => {
    count++
    const address = `10.${count >> 16}.${(count >> 8) & 255}.${count & 255}`
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}`, 'x-forwarded-for': address } })
    const text = await response.text()
    if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 200)}`)
  }
}

async function inTurn(times: number, work: () => Promise<void>): Promise<void> {
  for (let turn = 0; turn < times; turn++) await work()
}

const together = (work: () => Promise<void>): Promise<unknown> =>
  Promise.all(Array.from({ length: atOnce }, () => inTurn(5, work)))

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
