import type { WebSection } from '#ui/section.ts'

/** Comments have no page of their own: they stand below what they are about. */
export const commentsSection: WebSection = { name: 'comments', openTo: 'everyone' }
