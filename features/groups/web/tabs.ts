import type { GroupTab, WebSection } from '#ui/section.ts'

/** The tools of a group that the person's sections give, in their order. */
export function tabsOf(sections: readonly WebSection[]): GroupTab[] {
  return sections.flatMap(({ groupTab }) => (groupTab ? [groupTab] : [])).toSorted((a, b) => a.order - b.order)
}
