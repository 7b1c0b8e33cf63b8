/** How much a seat allows, each level holding the ones before it. */
export const levels = { view: 1, comment: 2, edit: 3, manage: 4 } as const

export type Level = keyof typeof levels

/** The word for a stored level number. */
export function levelName(level: number): Level {
  const found = (Object.keys(levels) as Level[]).find((name) => levels[name] === level)
  if (!found) throw new Error(`There is no level ${level}.`)
  return found
}
