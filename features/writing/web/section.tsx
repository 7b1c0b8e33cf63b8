import type { WebSection } from '#ui/section.ts'

/** Writing has no page of its own: it is done wherever something is said. */
export const writingSection: WebSection = { name: 'writing', openTo: 'everyone' }
