import type { Picture } from '../contract.ts'
import { refusal, sendBody } from './sendBody.ts'

/** Bytes that a picture may have; the server holds the same. */
const most = 8_000_000

/** Sends a picture and says how much of it has gone, from 0 to 100. */
export function uploadPicture(file: File, went: (percent: number) => void): Promise<Picture> {
  if (file.size > most) return Promise.reject(refusal({ code: 'PICTURE_TOO_LARGE' }, 403))
  const body = new FormData()
  body.append('picture', file)
  return sendBody('/api/v1/pictures', body, { went })
}
