import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import type { FastifyRequest } from 'fastify'
import type { RequestContext } from '#access/procedures.ts'
import { addressHeader, openSessions, type Sessions } from '#access/sessions.ts'
import { startLive, type Live } from '#events/live.ts'
import { startRelay } from '#events/relay.ts'
import { fillSections, fillSessions } from '#features/account/server/door.ts'
import { takingLetters } from '#features/replies/server/door.ts'
import { muteByOneClick } from '#features/notices/server/door.ts'
import { endPresence, keepPresent } from '#features/people/server/door.ts'
import { openDatabase, type DatabaseUrls } from '#platform/database/database.ts'
import { openLocalFiles } from '#platform/files/local-files.ts'
import { serveHealth } from '#platform/http/health.ts'
import { serveOneClick } from '#platform/http/one-click.ts'
import { servePages } from '#platform/http/pages.ts'
import { serveProcedures } from '#platform/http/procedures.ts'
import { isFromHere, openHttp } from '#platform/http/server.ts'
import { openJobs } from '#platform/jobs.ts'
import type { Log } from '#platform/log.ts'
import { openIncoming } from '#platform/mail/incoming/incoming.ts'
import type { Incoming } from '#platform/mail/incoming/taking.ts'
import { openMail } from '#platform/mail/mail.ts'
import type { Platform } from '#platform/platform.ts'
import type { PushKeys } from '#platform/push/keys.ts'
import { openPush } from '#platform/push/push.ts'
import type { Settings } from '#platform/settings.ts'
import { openSms } from '#platform/sms/sms.ts'
import { prepareDatabase } from './database.ts'
import { contract, router } from './router.ts'
import { standInBy } from './secrets.ts'
import { everySection } from './sections.ts'

/** A portal that runs in this process. */
export interface Portal {
  platform: Platform
  sessions: Sessions
  live: Live
  /** Where it listens, with the real port. */
  url: string
  /** The port on which letters come in; null where none do, or where they are fetched. */
  mailPort: number | null
  /** Resolves when every event was relayed and every job done, and rejects when one failed; for tests and seeding. */
  settled(): Promise<void>
  close(): Promise<void>
}

interface Opening {
  settings: Settings
  log: Log
  urls: DatabaseUrls
  /** Signs the session cookies; kept with the data. */
  secret: string
  /** Push services know the portal by them; kept with the data too. */
  pushKeys: PushKeys
}

/** Opens everything in order, and closes it in the opposite one. */
export async function openPortal({ settings, log, urls, secret, pushKeys }: Opening): Promise<Portal> {
  const database = openDatabase(urls)
  await prepareDatabase(database)
  const jobs = openJobs(database, log)
  const mail = openMail({ settings, log })
  const sms = openSms({ settings, log })
  const push = openPush({ settings, keys: pushKeys, log })
  const files = openLocalFiles(join(settings.dataFolder, 'files'))
  const platform: Platform = { settings, log, database, files, mail, sms, push, jobs, standIn: standInBy(secret) }
  const sessions = openSessions(platform, secret)
  fillSessions(platform, sessions)
  fillSections(everySection)
  const works = everySection.flatMap((section) => section.jobs ?? [])
  await jobs.start(
    works.map((job) => ({ ...job, run: (data) => job.run(data, platform) })),
    // Nobody is at work, so what is half-written is what a killed process left.
    () => files.clearAway(new Date()),
  )
  const relay = await startRelay(
    platform,
    everySection.flatMap((section) => section.reactions ?? []),
  )

  const http = await openHttp(settings, log)
  const headersOf = (headers: FastifyRequest['headers']): Headers =>
    new Headers(
      Object.entries(headers).flatMap(([name, value]): [string, string][] =>
        value === undefined ? [] : [[name, String(value)]],
      ),
    )
  const contextOf = (request: FastifyRequest, setCookies: RequestContext['setCookies']): RequestContext => {
    const headers = headersOf(request.headers)
    headers.set(addressHeader, request.ip)
    let who: ReturnType<Sessions['whoIs']> | undefined
    return {
      platform,
      sessions,
      requestId: request.id,
      headers,
      setCookies,
      whoIs: () => (who ??= sessions.whoIs(headers)),
    }
  }
  await serveProcedures(http, {
    contract,
    router,
    log,
    contextOf: (request, reply) => contextOf(request, (cookies) => void reply.header('set-cookie', cookies)),
    uploads: { files, knows: async ({ headers }) => (await sessions.whoIs(headersOf(headers))) !== null },
  })
  const live = await startLive(platform, http.server, {
    whoIs: (request) => sessions.whoIs(headersOf(request.headers)),
    fromHere: (request) => isFromHere(request.headers, settings),
    present: (people) => keepPresent(database, people),
    gone: (people) => endPresence(database, people),
  })
  serveHealth(http, database, () => ({ browsers: live.count() }))
  await serveOneClick(http, '/mute/', (token) => muteByOneClick(database, token))
  await servePages(http)
  let incoming: Incoming | null = null
  const close = async (): Promise<void> => {
    await incoming?.stop()
    await live.stop()
    await http.close()
    await relay.stop()
    await jobs.stop()
    await mail.close()
    await database.close()
  }
  try {
    await http.listen({ port: settings.port, host: settings.host })
    incoming = await openIncoming(settings, log, takingLetters(platform))
  } catch (error) {
    await close()
    throw error
  }
  const { port } = http.server.address() as AddressInfo
  if (settings.url.port === '0') settings.url.port = String(port)

  return {
    platform,
    sessions,
    live,
    url: settings.url.origin,
    mailPort: incoming?.port ?? null,
    async settled() {
      await relay.settled()
      await jobs.settled()
    },
    close,
  }
}
