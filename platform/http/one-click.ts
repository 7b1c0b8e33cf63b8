import type { FastifyInstance } from 'fastify'

const bodyLimit = 10_000

/**
 * Answers the mail programs that follow a List-Unsubscribe header by themselves (RFC 8058): a POST to the address that leads a person to a page. Whatever
 * comes of it they are told the same.
 */
export async function serveOneClick(
  http: FastifyInstance,
  path: `/${string}/`,
  act: (token: string) => Promise<unknown>,
): Promise<void> {
  await http.register((scope, _options, ready) => {
    scope.removeAllContentTypeParsers()
    const read = { parseAs: 'string', bodyLimit } as const
    scope.addContentTypeParser(
      ['application/x-www-form-urlencoded', 'multipart/form-data'],
      read,
      (_request, body, parsed) => parsed(null, body),
    )
    scope.post<{ Params: { token: string }; Body: string | undefined }>(`${path}:token`, async (request, reply) => {
      // Without these words it is no mail program: somebody looks what is behind the address.
      if (!/List-Unsubscribe["\s=]+One-Click/.test(request.body ?? ''))
        return reply.code(400).send({ code: 'INVALID', message: 'List-Unsubscribe=One-Click is missing.' })
      await act(request.params.token)
      return reply.type('text/plain; charset=utf-8').send('')
    })
    ready()
  })
}
