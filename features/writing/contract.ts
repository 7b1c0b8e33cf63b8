import { oc } from '@orpc/contract'
import { z } from 'zod'
import { id, person } from '#platform/contract.ts'
import { documentWith, most, type Doc } from './document/contract.ts'

export { attachment, attachmentIds, mostAttachments, type Attachment } from './attachments/contract.ts'
export { draftAsked, draftFrame, draftKept, draftSent } from './drafts/contract.ts'
export type { Block, Cell, Doc, Inline, Item, Mark, Row } from './document/contract.ts'

/** What is said of a document that cannot be kept: one sentence for each way in which it can be wrong. */
export const refusals = {
  shape: 'This text holds something that cannot be kept here. Take it out, or paste it again as plain text.',
  tooLong: `A text may have at most ${most.letters.toLocaleString('en')} letters. Shorten it, or write it in parts.`,
  tooMuch: 'This text has too many parts, or parts too deep within each other. Make it simpler, or write it in parts.',
  mentions: `A text may mention at most ${most.mentions} people and groups.`,
  pictures: `A text may hold at most ${most.pictures} pictures.`,
  empty: 'Write something first.',
}

const kept = documentWith(id)

/**
 * A document on its way in. It is measured before it is read, since it may be nested without end; then held to the closed schema,
 * whose many complaints are told as one sentence.
 */
export const written = z
  .preprocess((said, context) => {
    const wrong = wrongIn(said)
    if (!wrong) return said
    context.addIssue({ code: 'custom', message: refusals[wrong], input: said })
    return z.NEVER
  }, kept)
  .meta({ description: 'Paragraphs, headings, lists, quotes, code, tables, links, mentions and pictures' })

/** What is wrong with a document; null when nothing is. */
function wrongIn(said: unknown): keyof typeof refusals | null {
  const size = { nodes: 0, letters: 0, mentions: 0, pictures: 0, filled: 0 }
  const open: { at: unknown; depth: number }[] = [{ at: said, depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { type, text, content } = nodeOf(next.at)
    size.nodes += 1
    if (typeof text === 'string') size.letters += text.length
    if (type === 'person' || type === 'group') size.mentions += 1
    if (type === 'picture') size.pictures += 1
    if (type === 'horizontalRule' || type === 'picture' || (typeof text === 'string' && text.trim())) size.filled += 1
    if (!Array.isArray(content)) continue
    if (next.depth === most.depth || size.nodes + open.length + content.length > most.nodes) return 'tooMuch'
    for (const at of content as unknown[]) open.push({ at, depth: next.depth + 1 })
  }
  if (size.letters > most.letters) return 'tooLong'
  if (size.mentions > most.mentions) return 'mentions'
  if (size.pictures > most.pictures) return 'pictures'
  if (!kept.safeParse(said).success) return 'shape'
  return size.filled + size.mentions > 0 ? null : 'empty'
}

const nodeOf = (at: unknown): { type?: unknown; text?: unknown; content?: unknown } =>
  typeof at === 'object' && at !== null ? at : {}

/** A document as a reader gets it: the id of a mention is null where the reader may not know whom or what it names. */
export const shownDocument = documentWith(id.nullable())
export type ShownDoc = Doc<string | null>

/** A picture in a text, with its pixels. */
export const picture = z.object({ id, width: z.number(), height: z.number() })
export type Picture = z.infer<typeof picture>

/** Bytes that a picture may have when it is sent. */
export const pictureLimit = 8_000_000

/** Whom and what a document names, as far as its reader may know them. */
export const mentions = z.object({
  people: z.array(person),
  groups: z.array(z.object({ id, name: z.string(), external: z.boolean() })),
  pictures: z.array(picture),
})
export type Mentions = z.infer<typeof mentions>

/** For whom in a group something is being written. */
const where = { id, audience: z.enum(['everyone', 'team']).default('everyone'), laneId: id.optional() }

/** So many links of a text are looked at. */
export const mostLinks = 30

/** Whether one sends something knowing what of it will not reach its readers; without that it is refused. */
export const unread = z.boolean().default(false).meta({
  description:
    'True where one knows that somebody who is mentioned will not read this and is not told, and that not all who read it can open what it links to. Without it the first is refused as MENTION_UNREAD, the second as LINK_UNOPENED.',
})

/** Something of this portal that a text links to, and that not everybody who would read the text can open. */
const unopened = z.object({ id, title: z.string() })
export type Unopened = z.infer<typeof unopened>

const tags = ['Writing']

/** What a browser or a program may ask about what is being written. */
export const writingContract = {
  reached: oc
    .route({
      method: 'POST',
      path: '/groups/{id}/mentions',
      tags,
      summary: 'Whom of some people a text in a group would reach',
    })
    .input(z.strictObject({ ...where, tool: z.enum(['feed', 'tasks']), personIds: z.array(id).max(most.mentions) }))
    .output(z.object({ personIds: z.array(id) })),
  unopened: oc
    .route({
      method: 'POST',
      path: '/groups/{id}/links',
      tags,
      summary: 'Which posts, tasks and groups that a text in a group links to not everybody who would read it can open',
    })
    .input(z.strictObject({ ...where, tool: z.enum(['feed', 'tasks']), linkIds: z.array(id).max(mostLinks) }))
    .output(z.object({ items: z.array(unopened) })),
  unopenedBelow: oc
    .route({
      method: 'POST',
      path: '/threads/{id}/links',
      tags,
      summary: 'The same of a text below a post or a task, for those who read that',
    })
    .input(z.strictObject({ id, linkIds: z.array(id).max(mostLinks) }))
    .output(z.object({ items: z.array(unopened) })),
  addPicture: oc
    .route({
      method: 'POST',
      path: '/pictures',
      tags,
      summary: 'Add a picture to be put into a text: PNG, JPEG, WebP or GIF, at most 8 MB',
      successStatus: 201,
    })
    .input(z.strictObject({ picture: z.file() }))
    .output(picture),
  picture: oc
    .route({
      method: 'GET',
      path: '/pictures/{id}',
      tags,
      summary: 'A picture of a text that one reads',
      outputStructure: 'detailed',
    })
    .input(z.strictObject({ id }))
    .output(z.object({ headers: z.record(z.string(), z.string()), body: z.file() })),
}
