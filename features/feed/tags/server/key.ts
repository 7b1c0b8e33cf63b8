/** A tag without its sign. */
export const bare = (tag: string): string => tag.normalize('NFKC').trim().replace(/^#/, '')

/** By what a tag is found: one spelling for all ways to write it. Through capitals, so that ß and ss are one too, and one σ wherever it stands. */
export const keyOf = (tag: string): string =>
  bare(tag).toUpperCase().toLowerCase().normalize('NFKC').replaceAll('ς', 'σ')
