import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Files, Received } from '../files/files.ts'
import type { Settings } from '../settings.ts'

/** Where a file is sent as it is, as the whole body, whatever its sender says that it is. */
const takingFiles = /^\/api\/v1\/attachments\/*(\?|$)/

/** Whether a request brings a file that may be larger than others. */
export const takesFile = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'POST' && takingFiles.test(url) && !headers['content-type']?.startsWith('multipart/')

/** What is said of a file that is too large; whoever runs the portal sets how large it may be. */
export const fileTooLarge = ({ largestFile }: Pick<Settings, 'largestFile'>) => ({
  status: 413,
  code: 'FILE_TOO_LARGE',
  message: `A file may have at most ${largestFile / 1_000_000} MB here. Whoever runs this portal can change that.`,
})

interface Uploads {
  files: Files
  /** Whether somebody is signed in. */
  knows: (request: FastifyRequest) => Promise<boolean>
}

/**
 * Puts files on the disk as they arrive: a procedure gets one that is read from there, and it is gone with the answer. Of somebody who is not
 * signed in nothing is taken; the procedure then says so itself. Every other body it reads itself too.
 */
export function takeUploads(scope: FastifyInstance, { files, knows }: Uploads): void {
  const arrived = new WeakMap<FastifyRequest, Received>()
  scope.addContentTypeParser('*', async (request: FastifyRequest, content: FastifyRequest['raw']) => {
    if (!takesFile(request)) return undefined
    if (!(await knows(request))) return new File([], '')
    const received = await files.receive(content)
    arrived.set(request, received)
    return new File([received.content], '')
  })
  scope.addHook('onRequest', (request, reply, next) => {
    reply.raw.once('close', () => void arrived.get(request)?.letGo())
    next()
  })
}
