import { oc } from '@orpc/contract'
import { z } from 'zod'
import { done, id } from '#platform/contract.ts'

/** So many files can stand at one text. */
export const mostAttachments = 20

/** A file that stands at a post or a comment. `picture` is the size of its preview, where it is a picture that can be shown. */
export const attachment = z.object({
  id,
  name: z.string(),
  /** Bytes. */
  size: z.number(),
  picture: z.object({ width: z.number(), height: z.number() }).nullable(),
})
export type Attachment = z.infer<typeof attachment>

/** The files that are sent with a text: uploads of its writer, in the order in which they stand there. */
export const attachmentIds = z
  .array(id)
  .max(mostAttachments, `At most ${mostAttachments} files can be attached. Take some out, or send them in another one.`)

const tags = ['Writing']
const file = z.object({ headers: z.record(z.string(), z.string()), body: z.file() })

/** What a browser or a program may ask about files that stand at texts. */
export const attachmentsContract = {
  addAttachment: oc
    .route({
      method: 'POST',
      path: '/attachments',
      tags,
      summary: 'Add a file to be attached to a text: the body is the file as it is, the query says its name',
      successStatus: 201,
      inputStructure: 'detailed',
    })
    // Beside these two stand the headers and the rest of the request.
    .input(z.object({ query: z.strictObject({ name: z.string().max(1000) }), body: z.file() }))
    .output(attachment),
  attachment: oc
    .route({
      method: 'GET',
      path: '/attachments/{id}',
      tags,
      summary: 'A file that stands at a text one reads; parts of it by Range',
      outputStructure: 'detailed',
    })
    .input(z.strictObject({ id }))
    // What has a status stands first: the last one would take it and forget the status.
    .output(
      z.union([
        file.extend({ status: z.literal(206) }),
        z.object({ status: z.literal(304), headers: file.shape.headers }),
        file,
      ]),
    ),
  attachmentPreview: oc
    .route({
      method: 'GET',
      path: '/attachments/{id}/preview',
      tags,
      summary: 'A small picture of an attached picture, drawn anew',
      outputStructure: 'detailed',
    })
    .input(z.strictObject({ id }))
    .output(file),
  throwAttachment: oc
    .route({
      method: 'DELETE',
      path: '/attachments/{id}',
      tags,
      summary: 'Throw away a file that one added and has not sent',
    })
    .input(z.strictObject({ id }))
    .output(done),
  limits: oc
    .route({
      method: 'GET',
      path: '/attachments/limits',
      tags,
      summary: 'How large a file may be, and how many a text may have',
    })
    .output(z.object({ bytes: z.number(), files: z.number() })),
}
