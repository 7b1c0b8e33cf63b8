import type { WebSection } from '#ui/section.ts'

/** The sections of the portal, in the order in which features may know each other; mirrors app/server.ts. */
export const sections: readonly WebSection[] = []
