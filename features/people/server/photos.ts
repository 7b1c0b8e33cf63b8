import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { eq } from 'drizzle-orm'
import { found, invalid, notFound } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import { audienceOf, ownSpace } from '#access/spaces.ts'
import { people } from '#access/tables.ts'
import { tell } from '#events/tell.ts'
import type { Person } from '#platform/contract.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { FileMissing, type Files } from '#platform/files/files.ts'
import { photoLimit } from '../contract.ts'
import { photoChanged } from '../events.ts'
import { barePhoto } from './bare-photo.ts'
import { namedPeople } from './named.ts'

/** How a picture begins, and what it then is. What a browser or a name says it is does not count. */
const pictures = [
  {
    extension: 'png',
    type: 'image/png',
    begins: (bytes: Buffer) => bytes.subarray(0, 8).toString('hex') === '89504e470d0a1a0a',
  },
  {
    extension: 'jpg',
    type: 'image/jpeg',
    begins: (bytes: Buffer) => bytes.subarray(0, 3).toString('hex') === 'ffd8ff',
  },
  {
    extension: 'webp',
    type: 'image/webp',
    begins: (bytes: Buffer) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
  },
] as const

/** Where the photo of that version is kept. */
export const photoKey = (version: string): string => `photos/${version}`

/** The photo of a person as an answer names them, for a file of its own; null when they have none. */
export async function keptPhoto(
  files: Files,
  person: Pick<Person, 'photo'>,
): Promise<{ extension: string; content: Buffer } | null> {
  const version = person.photo && new URL(person.photo, 'http://here').searchParams.get('v')
  const extension = pictures.find((one) => version?.endsWith(`.${one.extension}`))?.extension
  const content = extension ? await photoNow(files, version) : null
  return extension && content ? { extension, content } : null
}

/** The photo of that version; null where there is none, or no more. */
export async function photoNow(files: Files, version: string | null | undefined): Promise<Buffer | null> {
  const content = version
    ? await files.get(photoKey(version)).catch((error: unknown) => {
        if (error instanceof FileMissing) return null
        throw error
      })
    : null
  return content && buffer(content)
}

/** Gives oneself a photo, in place of the one before. */
export async function setPhoto(tx: Tx, files: Files, me: Me, photo: File): Promise<Person> {
  if (photo.size > photoLimit) throw invalid('photo', 'A photo may have at most 5 MB.')
  const bytes = Buffer.from(await photo.arrayBuffer())
  const picture = pictures.find(({ begins }) => begins(bytes))
  if (!picture) throw notAPicture()
  // Our pages send only pixels; a program may send a file with the place it was taken at.
  const bare = barePhoto(bytes, picture.extension)
  if (!bare) throw notAPicture()
  const version = `${randomUUID()}.${picture.extension}`
  await files.put(photoKey(version), bare, { type: picture.type })
  return changePhoto(tx, me, version)
}

const notAPicture = () => invalid('photo', 'A photo is a PNG, JPEG or WebP picture.')

/** Sets one's photo to a version, or to none, and tells which file is not needed any more. */
export async function changePhoto(tx: Tx, me: Me, version: string | null): Promise<Person> {
  const [now] = await tx.select({ photo: people.photo }).from(people).where(eq(people.id, me.id)).for('update')
  await tx.update(people).set({ photo: version }).where(eq(people.id, me.id))
  const place = found(await audienceOf(tx, await ownSpace(tx), 'everyone'))
  await tell(tx, photoChanged, { about: { id: me.id, ...place }, data: { before: found(now).photo } })
  return found((await namedPeople(tx, [me.id])).get(me.id))
}

/** The photo of somebody whom the person asking may see, with the headers to serve it by. */
export async function openPhoto(tx: Tx, files: Files, id: string, asked: string | undefined) {
  const [person] = await tx.select({ photo: people.photo }).from(people).where(eq(people.id, id))
  const version = found(person?.photo)
  const type = found(pictures.find(({ extension }) => version.endsWith(`.${extension}`))).type
  const content = await files.get(photoKey(version)).catch((error: unknown) => {
    throw error instanceof FileMissing ? notFound() : error
  })
  return {
    headers: {
      // Its address changes with the photo, so a browser may keep it; nobody in between may.
      'cache-control': asked === version ? 'private, max-age=86400' : 'no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
    body: new File([await buffer(content)], version, { type }),
  }
}
