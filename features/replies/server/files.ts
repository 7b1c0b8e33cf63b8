/** The file in which a letter stands until it is done with. */
export const fileOf = (id: string): string => `letters-in/${id}`

/** What somebody else wrote, on one line and no longer than that. */
export const oneLine = (text: string, most: number): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, most)
