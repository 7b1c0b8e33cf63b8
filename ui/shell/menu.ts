import type { Me } from '../me.ts'
import type { MenuEntry, WebSection } from '../section.ts'

/** The menu entries of a person's sections, in their order and in the words for their kind. */
export function menuOf(sections: readonly WebSection[], { kind }: Pick<Me, 'kind'>): MenuEntry[] {
  return sections
    .flatMap(({ menu }) => (menu ? [menu] : []))
    .map((entry) =>
      kind === 'external' && entry.labelForExternals ? { ...entry, label: entry.labelForExternals } : entry,
    )
    .toSorted((a, b) => a.order - b.order)
}
