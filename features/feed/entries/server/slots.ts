import type { Shown } from '#events/shown.ts'

const slot: { shown: Shown[] } = { shown: [] }

/** Filled by `app` with what happens elsewhere and stands in the feed: most of it in features that come after this one. */
export function fillEntries(shown: Shown[]): void {
  slot.shown = shown
}

/** All of it. */
export const everyShown = (): Shown[] => slot.shown
