/** Longer names are cut: a text message is short, and names come from people. */
const longestName = 40

/** A name as text messages say it. */
export const short = (name: string): string => (name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name)
