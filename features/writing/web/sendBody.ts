import { ORPCError } from '@orpc/client'

interface Sent {
  /** Hears how much of it has gone, from 0 to 100: what fetch cannot tell. */
  went: (percent: number) => void
  /** Breaks it off. */
  signal?: AbortSignal
}

/** Sends something large to the portal; answers what it answers to what was made, and throws what it refuses as other calls do. */
export function sendBody<Answer>(address: string, body: FormData | File, { went, signal }: Sent): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const request = new XMLHttpRequest()
  request.open('POST', address)
  request.responseType = 'json'
  if (body instanceof File) request.setRequestHeader('content-type', 'application/octet-stream')
  request.upload.addEventListener('progress', ({ loaded, total }) => went(Math.round((loaded / total) * 100)))
  request.addEventListener('load', () => {
    if (request.status === 201) resolve(request.response as Answer)
    else reject(refusal(request.response as Refusal | null, request.status))
  })
  // As fetch says it: the server was not reached.
  request.addEventListener('error', () => reject(new TypeError('The server was not reached.')))
  request.addEventListener('abort', () => reject(new DOMException('It was broken off.', 'AbortError')))
  signal?.addEventListener('abort', () => request.abort())
  request.send(body)
  return promise
}

interface Refusal {
  code?: string
  message?: string
}

/** What the server refused, as other calls say it. */
export const refusal = (said: Refusal | null, status: number) =>
  new ORPCError(said?.code ?? 'UNKNOWN', { status, message: said?.message ?? '' })
