import { WebSocket } from 'ws'
import type { TestPortal } from '../portal.ts'

/** What a browser is told over /live. */
export interface Frame {
  kind: string
  about?: { kind: string; id: string }
}

/** A browser that listens. */
export interface Ear {
  frames: Frame[]
  /** With which code the socket was closed; null while it is open. */
  closed: () => number | null
  /** Resolves when a frame like this has come, or throws when none has in some seconds. */
  hears: (like: (frame: Frame) => boolean) => Promise<void>
  /** Resolves when everything sent to this socket until now has come. */
  caughtUp: () => Promise<void>
  close: () => void
}

const patience = 15_000

/** Opens the socket of somebody's browser and waits until it is let in. */
export async function listenAs(portal: Pick<TestPortal, 'url'>, cookie: string): Promise<Ear> {
  const socket = new WebSocket(`${portal.url.replace('http', 'ws')}/live`, { headers: { cookie, origin: portal.url } })
  const frames: Frame[] = []
  let code: number | null = null
  socket.on('message', (data) => frames.push(JSON.parse((data as Buffer).toString()) as Frame))
  socket.on('close', (reason) => (code = reason))
  socket.on('error', () => undefined)
  const ear: Ear = {
    frames,
    closed: () => code,
    hears: (like) => until(() => frames.some(like), 'a frame'),
    async caughtUp() {
      if (code !== null) return
      let back = false
      socket.once('pong', () => (back = true))
      socket.ping()
      await until(() => back || code !== null, 'an answer to a ping')
    },
    close: () => socket.terminate(),
  }
  await ear.hears(({ kind }) => kind === 'live.ready')
  return ear
}

/** Looks again and again until it is so; throws when it is not in time (milliseconds). */
export async function until(isSo: () => boolean | Promise<boolean>, what: string, within = patience): Promise<void> {
  const end = performance.now() + within
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`${what} did not come within ${within} ms.`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
