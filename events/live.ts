import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { readersAmong } from '#access/readers.ts'
import type { Me } from '#access/signed-in.ts'
import { toolOfKind } from '#access/tools.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import { listen } from '#platform/database/listen.ts'
import type { Platform } from '#platform/platform.ts'
import { liveChannel } from './relay.ts'

/** Told to a browser when a session ends: it shows the sign-in page. In the range that RFC 6455 leaves to applications. */
const signedOut = 4401
/** Told to a browser that is signed in and has to show a second factor first. */
const secondFactorNeeded = 4403
const heartbeatEvery = 30_000
const mostFrom = 16_384

interface Listener {
  socket: WebSocket
  personId: string
  ask: () => Promise<Me | null>
  alive: boolean
}

/** Something that happened in an audience; or what concerns some people alone, who hear its kind and nothing else. */
type Signal = { kind: string; audience: string; about: { kind: string; id: string } } | { kind: string; to: string[] }

export interface Live {
  /** Browsers that listen at this moment, on this process. */
  count(): number
  stop(): Promise<void>
}

interface LiveOptions {
  whoIs: (request: IncomingMessage) => Promise<Me | null>
  fromHere: (request: IncomingMessage) => boolean
  /** Hears who has a browser open here: at once, and at every beat for as long as they have. */
  present: (people: string[]) => Promise<void>
  /** Hears of whom the last browser here was closed. */
  gone: (people: string[]) => Promise<void>
}

/**
 * The WebSocket at /live: a browser hears `{kind, about}` of what happens in audiences it is seated in at the moment of sending, and asks again under its own rules.
 * What concerns one person alone (their notices) their own browsers hear, and no others. Who loses a seat hears `access.changed`, who gains one `access.granted`; whose session ends is cut off.
 */
export async function startLive(
  platform: Platform,
  server: Server,
  { whoIs, fromHere, present, gone }: LiveOptions,
): Promise<Live> {
  const { database, log } = platform
  const listeners = new Set<Listener>()
  const sockets = new WebSocketServer({ noServer: true, maxPayload: mostFrom, perMessageDeflate: false })

  const upgrade = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    // Who hangs up while we still ask must not take the process along.
    stream.on('error', () => stream.destroy())
    void admit(request).then(
      (me) => {
        if (!me) return refuse(stream)
        sockets.handleUpgrade(request, stream, head, (socket) => add(socket, me, () => whoIs(request)))
      },
      () => refuse(stream),
    )
  }
  const admit = async (request: IncomingMessage): Promise<Me | null> =>
    request.url?.split('?')[0] === '/live' && fromHere(request) ? unlessHeldBack(await whoIs(request)) : null

  const add = (socket: WebSocket, me: Me, ask: Listener['ask']): void => {
    const listener: Listener = { socket, personId: me.id, ask, alive: true }
    listeners.add(listener)
    socket.on('pong', () => (listener.alive = true))
    socket.on('close', () => {
      listeners.delete(listener)
      if (!stopping && !people().includes(me.id)) say(() => gone([me.id]))
    })
    socket.on('error', () => socket.terminate())
    socket.send(JSON.stringify({ kind: 'live.ready' }))
    say(() => present([me.id]))
  }
  const people = (): string[] => [...new Set([...listeners].map((listener) => listener.personId))]
  // One after the other: who closes a page and opens the next is not gone afterwards.
  let said = Promise.resolve()
  let stopping = false
  const say = (saying: () => Promise<void>): void => {
    said = said.then(saying).catch((error: unknown) => log.warn({ error }, 'who is online could not be written down'))
  }

  const signal = async (told: Signal): Promise<void> => {
    if ('to' in told) {
      const frame = JSON.stringify({ kind: told.kind })
      for (const { personId, socket } of listeners) if (told.to.includes(personId)) socket.send(frame)
      return
    }
    const here = people()
    if (here.length === 0) return
    const seated = new Set(
      await asKeeper(database, (tx) => readersAmong(tx, told.audience, here, toolOfKind(told.about.kind))),
    )
    const frame = JSON.stringify({ kind: told.kind, about: told.about })
    for (const listener of listeners) if (seated.has(listener.personId)) listener.socket.send(frame)
  }

  const accessChanged = async (payload: string): Promise<void> => {
    const personId = payload.slice(1)
    const frame = JSON.stringify({ kind: payload.startsWith('+') ? 'access.granted' : 'access.changed' })
    const touched = [...listeners].filter((listener) => personId === '' || listener.personId === personId)
    await Promise.all(
      touched.map(async (listener) => {
        const me = await listener.ask()
        if (me) listener.socket.send(frame)
        if (!me) listener.socket.close(signedOut, 'signed out')
        else if (!unlessHeldBack(me)) listener.socket.close(secondFactorNeeded, 'second factor needed')
      }),
    )
  }

  // One after the other: a signal sent before a seat was lost must not overtake the news of losing it.
  let last = Promise.resolve()
  const inOrder = (work: () => Promise<void>): void => {
    last = last.then(work).catch((error: unknown) => log.error({ error }, 'a live signal failed'))
  }
  const hear = (payload: string, channel: string): void =>
    inOrder(() => (channel === liveChannel ? signal(JSON.parse(payload) as Signal) : accessChanged(payload)))
  const missed = (): void => inOrder(() => accessChanged('-'))
  const ear = await listen(database, [liveChannel, 'loggia_access'], hear, missed)

  const heartbeat = setInterval(() => {
    for (const listener of listeners) {
      if (!listener.alive) listener.socket.terminate()
      listener.alive = false
      listener.socket.ping()
    }
    say(() => present(people()))
  }, heartbeatEvery)
  server.on('upgrade', upgrade)

  return {
    count: () => listeners.size,
    async stop() {
      // Their browsers come back to the next process; what was written of them ends by itself.
      stopping = true
      clearInterval(heartbeat)
      server.off('upgrade', upgrade)
      await ear.close()
      for (const { socket } of listeners) socket.close(1001, 'the portal stops')
      await Promise.all([last, said])
      sockets.close()
    },
  }
}

/** Whoever still has to show a second factor hears nothing. */
const unlessHeldBack = (me: Me | null): Me | null => (me?.lacksSecondFactor ? null : me)

const refuse = (stream: Duplex): void => {
  stream.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
}
