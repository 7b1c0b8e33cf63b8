import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { Database } from '../database/database.ts'

/** /healthz: the process answers. /readyz: the database does too. /metrics: figures for Prometheus, to this machine only. */
export function serveHealth(http: FastifyInstance, database: Database, figures: () => { browsers: number }): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read())
      },
    })
  gauge('loggia_browsers', 'Browsers that listen for what happens', () => figures().browsers)
  gauge('loggia_database_waiting', 'Requests that wait for a database connection', () => database.app.waitingCount)

  http.get('/healthz', () => ({ status: 'ok' }))
  http.get('/readyz', async (_request, reply) => {
    const ready = await database.app.query('select 1').then(
      () => true,
      () => false,
    )
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'the database does not answer' })
  })
  http.get('/metrics', async (request, reply) => {
    if (!isLocal(request)) return reply.code(404).send({ code: 'NOT_FOUND', message: 'There is no such thing here.' })
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

/** By the socket, not by what a header claims; a proxy on this machine adds X-Forwarded-For. */
const isLocal = (request: FastifyRequest): boolean =>
  ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.raw.socket.remoteAddress ?? '') &&
  request.headers['x-forwarded-for'] === undefined
