import { OpenAPIGenerator } from '@orpc/openapi'
import { OpenAPIHandler } from '@orpc/openapi/fastify'
import type { AnyContractRouter } from '@orpc/contract'
import { SmartCoercionPlugin } from '@orpc/json-schema'
import type { Context, ORPCError, Router } from '@orpc/server'
import { RPCHandler } from '@orpc/server/fastify'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Log } from '../log.ts'
import { docsPage } from './docs.ts'
import { outwardError } from './errors.ts'
import { takeUploads } from './uploads.ts'

interface Procedures<C extends Context> {
  contract: AnyContractRouter
  // The router's own types were checked where it was put together; here it is served as it is.
  router: Router<AnyContractRouter, C>
  contextOf: (request: FastifyRequest, reply: FastifyReply) => C
  log: Log
  uploads: Parameters<typeof takeUploads>[1]
}

const schemaConverters = [new ZodToJsonSchemaConverter()]

/** Serves the procedures twice: `/rpc` for our own pages, `/api/v1` as REST for programs, with its description. */
export async function serveProcedures<C extends Context & { requestId: string }>(
  http: FastifyInstance,
  { contract, router, contextOf, log, uploads }: Procedures<C>,
): Promise<void> {
  // Around the whole of it, so that what fails before or after the procedure itself is mapped too.
  const interceptors = [
    async <T>({ next, context }: { next: () => Promise<T>; context: C }): Promise<T> => {
      try {
        return await next()
      } catch (error) {
        throw outwardError(error, log, context.requestId)
      }
    },
  ]
  const rpc = new RPCHandler(router, { interceptors })
  const rest = new OpenAPIHandler(router, {
    interceptors,
    plugins: [new SmartCoercionPlugin({ schemaConverters })],
    customErrorResponseBodyEncoder: (error: ORPCError<string, unknown>) => ({
      code: error.code,
      message: error.message,
    }),
  })
  const document = await new OpenAPIGenerator({ schemaConverters }).generate(contract, {
    info: {
      title: 'Loggia',
      version: '1',
      description: 'Everything the portal can do, under the rules of whoever asks.',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }, { session: [] }],
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'loggia' },
      },
    },
  })

  await http.register((scope, _options, ready) => {
    scope.removeAllContentTypeParsers()
    takeUploads(scope, uploads)
    scope.get('/api/v1/openapi.json', (_request, reply) => reply.send(document))
    scope.get('/api/v1/docs', (request, reply) =>
      reply.type('text/html; charset=utf-8').send(docsPage(document, request.nonce)),
    )
    scope.all('/api/v1/*', async (request, reply) => {
      const { matched } = await rest.handle(request, reply, { prefix: '/api/v1', context: contextOf(request, reply) })
      if (!matched) return reply.code(404).send({ code: 'NOT_FOUND', message: 'There is no such thing here.' })
    })
    scope.all('/rpc/*', async (request, reply) => {
      const { matched } = await rpc.handle(request, reply, { prefix: '/rpc', context: contextOf(request, reply) })
      if (!matched) return reply.code(404).send({ code: 'NOT_FOUND', message: 'There is no such thing here.' })
    })
    ready()
  })
}
