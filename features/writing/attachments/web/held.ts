import type { Attachment } from '../../contract.ts'

/** A file in a composer: on its way, there, or not come through. */
export interface Held {
  key: string
  name: string
  /** Bytes. */
  size: number
  /** What is sent; null for what stood there before. */
  file: File | null
  /** A picture is shown as soon as it is chosen: where it is in this browser, until it is let go of. */
  look: string | null
  /** What the portal has of it; null until it is there. */
  attachment: Attachment | null
  /** How much of it has gone. */
  percent: number
  /** Why it did not come through. */
  problem: string | null
}

/** A file that the portal has. */
export const heldOf = (attachment: Attachment): Held => ({
  key: attachment.id,
  name: attachment.name,
  size: attachment.size,
  file: null,
  look: null,
  attachment,
  percent: 100,
  problem: null,
})

/** A file that was chosen here. */
export const begun = (file: File): Held => ({
  key: crypto.randomUUID(),
  name: file.name,
  size: file.size,
  file,
  look: /^image\/(png|jpeg|webp|gif)$/.test(file.type) ? URL.createObjectURL(file) : null,
  attachment: null,
  percent: 0,
  problem: null,
})

/** Files that are not in the composer any more. */
export function letGoOf(files: readonly Held[]): void {
  for (const { look } of files) if (look) URL.revokeObjectURL(look)
}
