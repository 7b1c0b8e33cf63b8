import { once } from 'node:events'
import { WebSocket } from 'ws'
import { newToken } from '#access/sessions.ts'
import type { Ground } from './cluster.ts'
import { startChild } from './child.ts'
import { quantile } from './measure.ts'
import type { Size } from './size.ts'

/** How soon all browsers that are open on something have what was done to it: milliseconds since it was asked for. */
export interface LiveFigure {
  what: string
  median: number
  p95: number
  /** The same from a plain WebSocket server that knows nobody and sends to all. */
  bareMedian: number
  bareP95: number
}

/** Browsers that are open at once, each of somebody else. */
const browsers = 200
/** Far from the numbers that the readers of lists are made of. */
const firstBrowser = 100
const writer = 50

/** A comment below a post of the group that everybody is in, with `browsers` open on it; and a word broadcast by a plain server, taking turns. */
export async function measureLive(ground: Ground, { groups }: Size, rounds: number): Promise<LiveFigure[]> {
  const tokens = await tokensOf(ground, [writer, ...Array.from({ length: browsers }, (_, at) => firstBrowser + at)])
  const portal = await startChild(ground.urls, 'portal')
  const bare = await startChild(ground.urls, 'bare')
  const { rows } = await ground.admin.keeper.query<{ id: string }>(
    `select id from threads where kind = 'post' and audience_id = bench.everyone($1) order by id desc limit 1`,
    [groups],
  )
  const api = `${portal.url}/api/v1`
  const url = `${api}/posts/${rows[0]?.id}/comments`
  const [byWriter = '', ...others] = tokens
  const heard = await openAll(portal.url, others)
  const heardBare = await openAll(bare.url, others)
  /** When each of them has an answer, all asking at once. */
  const askedByAll = (address: string): Promise<number[]> => {
    const asked = performance.now()
    return Promise.all(others.map((token) => ask(address, token).then(() => performance.now() - asked)))
  }
  try {
    const times = { heard: [] as number[], read: [] as number[], placed: [] as number[], bare: [] as number[] }
    for (let round = -2; round < rounds; round++) {
      const began = performance.now()
      const since = (): number => performance.now() - began
      const arrivals = heard.next('comments.added')
      await ask(url, byWriter, { text: `Word ${round}` })
      const at = await Promise.all(arrivals.map(async (arrival) => arrival.then(since)))
      const read = await askedByAll(`${url}?order=newest&limit=20`)
      const placed = await askedByAll(`${api}/feed?post=${rows[0]?.id}&limit=1`)
      const begunBare = performance.now()
      const bareArrivals = heardBare.next('said')
      await fetch(bare.url, { method: 'POST' })
      const atBare = await Promise.all(
        bareArrivals.map(async (arrival) => arrival.then(() => performance.now() - begunBare)),
      )
      if (round < 0) continue
      times.heard.push(...at)
      times.read.push(...read)
      times.placed.push(...placed)
      times.bare.push(...atBare)
    }
    const bareMedian = quantile(times.bare, 0.5)
    const bareP95 = quantile(times.bare, 0.95)
    const figure = (what: string, values: number[]): LiveFigure => ({
      what,
      median: quantile(values, 0.5),
      p95: quantile(values, 0.95),
      bareMedian,
      bareP95,
    })
    return [
      figure(`a comment is heard of by ${browsers} browsers`, times.heard),
      figure(`all ${browsers} read what is said there again`, times.read),
      figure(`all ${browsers} ask their feed for that post`, times.placed),
    ]
  } finally {
    heard.close()
    heardBare.close()
    await Promise.all([portal.stop(), bare.stop()])
  }
}

async function tokensOf(ground: Ground, numbers: number[]): Promise<string[]> {
  const made = numbers.map((number) => ({ number, ...newToken() }))
  await ground.admin.keeper.query(
    `insert into tokens (person_id, name, hash) select bench.person(n), 'live', hash from unnest($1::int[], $2::text[]) made(n, hash)`,
    [made.map(({ number }) => number), made.map(({ hash }) => hash)],
  )
  return made.map(({ shown }) => shown)
}

let asked = 0

async function ask(url: string, token: string, body?: object): Promise<void> {
  asked++
  const response = await fetch(url, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${token}`,
      'x-forwarded-for': `10.9.${(asked >> 8) & 255}.${asked & 255}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 200)}`)
}

/** Opens a WebSocket for each token and waits until each is listened to. */
async function openAll(url: string, tokens: string[]) {
  const sockets = await Promise.all(
    tokens.map(async (token, at) => {
      const headers = { authorization: `Bearer ${token}`, origin: url, 'x-forwarded-for': `10.8.0.${at}` }
      const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/live`, { headers })
      await once(socket, 'message')
      return socket
    }),
  )
  return {
    /** Of each browser: resolves when it hears of `kind`. */
    next: (kind: string): Promise<void>[] =>
      sockets.map(
        (socket) =>
          new Promise((resolve) => {
            const hear = (data: Buffer): void => {
              if (!data.toString().includes(`"${kind}"`)) return
              socket.off('message', hear)
              resolve()
            }
            socket.on('message', hear)
          }),
      ),
    close: (): void => sockets.forEach((socket) => socket.terminate()),
  }
}
