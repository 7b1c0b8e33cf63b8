import { ORPCError } from '@orpc/client'
import type { Picture } from '../contract.ts'

/** Bytes that a picture may have; the server holds the same. */
const most = 8_000_000

/** Sends a picture and says how much of it has gone, from 0 to 100: what fetch cannot tell. */
export function uploadPicture(file: File, went: (percent: number) => void): Promise<Picture> {
  const { promise, resolve, reject } = Promise.withResolvers<Picture>()
  if (file.size > most) return Promise.reject(refusal({ code: 'PICTURE_TOO_LARGE' }, 403))
  const request = new XMLHttpRequest()
  const body = new FormData()
  body.append('picture', file)
  request.open('POST', '/api/v1/pictures')
  request.responseType = 'json'
  request.upload.addEventListener('progress', ({ loaded, total }) => went(Math.round((loaded / total) * 100)))
  request.addEventListener('load', () => {
    if (request.status === 201) resolve(request.response as Picture)
    else reject(refusal(request.response as Refusal | null, request.status))
  })
  // As fetch says it: the server was not reached.
  request.addEventListener('error', () => reject(new TypeError('The server was not reached.')))
  request.send(body)
  return promise
}

interface Refusal {
  code?: string
  message?: string
}

const refusal = (said: Refusal | null, status: number) =>
  new ORPCError(said?.code ?? 'UNKNOWN', { status, message: said?.message ?? '' })
