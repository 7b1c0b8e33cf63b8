import { and, eq, isNull } from 'drizzle-orm'
import { found, notFound, refused } from '#access/errors.ts'
import type { Placed } from '#access/placing.ts'
import type { Me } from '#access/signed-in.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { FileMissing, type Files } from '#platform/files/files.ts'
import { pictureLimit, type Doc, type Picture } from '../contract.ts'
import { drawPicture } from './drawing.ts'
import { nodesOf } from './nodes.ts'
import { pictures, pictureUses } from './tables.ts'

type Writer = Pick<Me, 'id'>

/** Where the content of a picture is kept. */
export const pictureKey = (id: string): string => `pictures/${id}.webp`

/** So many pictures may wait for a text: more than anybody writes at a time. */
const mostWaiting = 60

/** Takes in a picture that its author puts into a text later; until then it is theirs alone. */
export async function addPicture(tx: Tx, files: Files, me: Writer, file: File): Promise<Picture> {
  if (file.size > pictureLimit) throw refused('PICTURE_TOO_LARGE', 'A picture may have at most 8 MB.')
  if ((await tx.$count(pictures, and(eq(pictures.authorId, me.id), isNull(pictures.placedAt)))) >= mostWaiting)
    throw refused(
      'TOO_MANY_PICTURES',
      'Too many of your pictures wait for a text. Send what you wrote, or try again tomorrow.',
    )
  const drawn = await drawPicture(Buffer.from(await file.arrayBuffer()))
  if (!drawn) throw refused('NOT_A_PICTURE', 'A picture is a PNG, JPEG, WebP or GIF file.')
  const { width, height, content } = drawn
  const [row] = await tx.insert(pictures).values({ authorId: me.id, width, height }).returning()
  const { id } = found(row)
  await files.put(pictureKey(id), content, { type: 'image/webp' })
  return { id, width, height }
}

/** A picture, for readers of a text that it stands in, and until it is sent for its author, with the headers to serve it by. */
export async function openPicture(tx: Tx, files: Files, id: string) {
  const [row] = await tx.select({ id: pictures.id }).from(pictures).where(eq(pictures.id, id))
  const content = await files.blob(pictureKey(found(row).id)).catch((error: unknown) => {
    throw error instanceof FileMissing ? notFound() : error
  })
  return {
    headers: {
      // What stands under an id never changes, so a browser may keep it for a while; nobody in between may.
      'cache-control': 'private, max-age=3600',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
    body: new File([content], `${id}.webp`, { type: 'image/webp' }),
  }
}

/** The pictures that stand in a document. */
export const picturesIn = (document: Doc<string | null> | null): string[] => [
  ...new Set(nodesOf(document).flatMap((node) => (node.type === 'picture' && node.attrs.id ? [node.attrs.id] : []))),
]

/** Holds the pictures of a document to uploads of its author that they still see: one that they only read somewhere is none of theirs. */
export async function checkPictures(tx: Tx, me: Writer, document: Doc): Promise<void> {
  const ids = picturesIn(document)
  if (ids.length === 0) return
  const own = await tx.$count(pictures, and(among(pictures.id, ids), eq(pictures.authorId, me.id)))
  if (own < ids.length)
    throw refused('PICTURE_UNKNOWN', 'A picture in this text is not there any more. Take it out, or add it again.')
}

/** From now on whoever reads the thing sees its pictures, and nobody else does. */
export async function placePictures(
  tx: Tx,
  me: Writer,
  thing: Placed & { id: string; kind: string },
  document: Doc | null,
): Promise<void> {
  const { id, kind, spaceId, audienceId } = thing
  const uses = picturesIn(document).map((pictureId) => ({
    pictureId,
    thingId: id,
    kind,
    spaceId,
    audienceId,
    authorId: me.id,
  }))
  if (uses.length === 0) return
  await tx.insert(pictureUses).values(uses).onConflictDoNothing()
  const ids = uses.map(({ pictureId }) => pictureId)
  const waiting = and(among(pictures.id, ids), eq(pictures.authorId, me.id), isNull(pictures.placedAt))
  await tx.update(pictures).set({ placedAt: new Date() }).where(waiting)
}

/** The thing is gone, and its pictures with it, unless they stand somewhere else. For the keeper. */
export async function forgetUses(tx: Tx, thingId: string): Promise<void> {
  await tx.delete(pictureUses).where(eq(pictureUses.thingId, thingId))
}

/** Pictures with their sizes, as far as the person asking sees them. */
export async function picturesNamed(tx: Tx, ids: string[]): Promise<Map<string, Picture>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const { id, width, height } = pictures
  const rows = await tx.select({ id, width, height }).from(pictures).where(among(id, wanted))
  return new Map(rows.map((row) => [row.id, row]))
}
