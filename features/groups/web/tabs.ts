import type { GroupTab, WebSection } from '#ui/section.ts'
import type { Group } from '../contract.ts'

/** What a group offers to the person: what their sections give, in their order, less the tools that they do not see in it. */
export function tabsOf(sections: readonly WebSection[], { tools }: Pick<Group, 'tools'>): GroupTab[] {
  const seen = ({ tool }: GroupTab) => !tool || tools.some((one) => one.tool === tool.name)
  return sections
    .flatMap(({ groupTab }) => (groupTab && seen(groupTab) ? [groupTab] : []))
    .toSorted((a, b) => a.order - b.order)
}
