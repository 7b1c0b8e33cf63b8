import { groupsSection } from '#features/groups/server/section.ts'
import { commentsSection } from '#features/comments/server/section.ts'
import type { Section } from '#features/section.ts'

/** Every feature, in the order they may know each other. */
export const sections = [groupsSection, commentsSection] as const

/** The same list without the types of each. */
export const everySection: readonly Section[] = sections
