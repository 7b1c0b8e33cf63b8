import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { attachmentsContract, mostAttachments } from '../contract.ts'
import { openAttachment, openPreview } from './opening.ts'
import { addUpload, throwUpload } from './uploads.ts'

const asked = implement(attachmentsContract).$context<RequestContext>().use(signedIn())

export const attachmentsRoutes = {
  addAttachment: asked.addAttachment.handler(({ input: { query, body }, context: { tx, me, platform } }) =>
    addUpload(tx, platform, me, { name: query.name, content: body }),
  ),
  attachment: asked.attachment.handler(({ input, context: { tx, platform, headers } }) =>
    openAttachment(tx, platform.files, input.id, headers),
  ),
  attachmentPreview: asked.attachmentPreview.handler(({ input, context: { tx, platform } }) =>
    openPreview(tx, platform.files, input.id),
  ),
  throwAttachment: asked.throwAttachment.handler(({ input, context: { tx, platform } }) =>
    throwUpload(tx, platform.files, input.id),
  ),
  limits: asked.limits.handler(({ context: { platform } }) => ({
    bytes: platform.settings.largestFile,
    files: mostAttachments,
  })),
}
