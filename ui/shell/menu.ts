import type { MenuEntry, WebSection } from '../section.ts'

/** The menu entries of the person's sections, in their order. */
export function menuOf(sections: readonly WebSection[]): MenuEntry[] {
  return sections.flatMap((section) => (section.menu ? [section.menu] : [])).toSorted((a, b) => a.order - b.order)
}
