import { z } from 'zod'
import { id } from '#platform/contract.ts'
import { attachment, attachmentIds } from '../attachments/contract.ts'

/** What is asked of whoever keeps a draft: its files, and which version it began from; null where there was none. What was written elsewhere meanwhile is not written over. */
export const draftAsked = { attachmentIds: attachmentIds.default([]), began: id.nullable() }

/** A draft once it is kept. */
export const draftKept = z.object({ id, version: id })

/** What every draft has, as its writer gets it. */
export const draftFrame = z.object({ id, version: id, attachments: z.array(attachment), savedAt: z.date() })

/** The draft that something was until it was sent: it is gone with that. */
export const draftSent = z.strictObject({ id }).optional()
