import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const built = fileURLToPath(new URL('../../dist/web/', import.meta.url))

/**
 * The web client: its files, which carry their own hash and may be kept for good, the worker of push, and one page for every other address.
 * That page says the same to everybody; what is behind an address is asked for by its scripts, under the rules.
 */
export async function servePages(http: FastifyInstance): Promise<void> {
  await http.register(fastifyStatic, {
    root: `${built}assets`,
    prefix: '/assets/',
    decorateReply: false,
    cacheControl: false,
    setHeaders: (response) => {
      void response.header('cache-control', 'public, max-age=31536000, immutable')
    },
  })
  // Asked for anew each time, like a page: a browser takes a new version in with it.
  const worker = await readFile(`${built}push-worker.js`, 'utf8').catch(() => null)
  http.get('/push-worker.js', (_request, reply) =>
    worker === null ? reply.callNotFound() : reply.type('text/javascript; charset=utf-8').send(worker),
  )
  const page = await readFile(`${built}index.html`, 'utf8').catch(() => null)
  http.setNotFoundHandler((request, reply) => {
    if (
      page === null ||
      (request.method !== 'GET' && request.method !== 'HEAD') ||
      /\.\w+$/.test(request.url.split('?')[0] ?? '')
    )
      return reply.code(404).send({ code: 'NOT_FOUND', message: 'There is no such thing here.' })
    return reply.type('text/html; charset=utf-8').send(page.replaceAll('__NONCE__', request.nonce))
  })
}
