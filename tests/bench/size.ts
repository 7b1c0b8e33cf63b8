/** How large the portal of a measurement is. */
export interface Size {
  employees: number
  externals: number
  /** How many of the externals are in the one great group, each in a lane of their own. */
  lanes: number
  companies: number
  groups: number
  tasks: number
  posts: number
  /** How many comments a post or a task has that is talked about. At most 15. */
  commentsEach: number
  /** How many groups the second reader is in. */
  manyGroups: number
}

/** What the issue asks for. */
export const full: Size = {
  employees: 10_000,
  externals: 90_000,
  lanes: 50_000,
  companies: 2_000,
  groups: 5_000,
  tasks: 1_000_000,
  posts: 1_000_000,
  commentsEach: 2,
  manyGroups: 400,
}

/** A twentieth of it, for those who change the measurements themselves. */
export const small: Size = {
  employees: 500,
  externals: 4_500,
  lanes: 2_500,
  companies: 100,
  groups: 500,
  tasks: 50_000,
  posts: 50_000,
  commentsEach: 2,
  manyGroups: 400,
}

/** Two portals, one with ten times as many posts as the other. Every third post has twelve comments, so four stand below each on average. */
export const growing = (size: Size, posts: number): [Size, Size] => {
  const first = { ...size, posts: posts / 10, tasks: size.tasks / 10, commentsEach: 12 }
  return [first, { ...first, posts }]
}

/** The numbers of the groups and people that the readers are made of; see ground.ts and externals.ts. */
export const numbers = { greatGroup: 1, shownGroup: 2, sixty: 1, fourHundred: 2, team: 3, laneOfReader: 1 }

/** A part of those numbered from 1: after `from`, up to and with `to`. */
export interface Part {
  from: number
  to: number
}

/** The externals of one round of seeding: those in lanes and the others, numbered among the externals. */
export interface Round {
  lanes: Part
  others: Part
}

/** The first round brings a tenth of the externals, the second the rest. */
export function rounds({ lanes, externals }: Size): [Round, Round] {
  const tenth = (from: number, to: number): number => from + Math.round((to - from) / 10)
  const firstLanes = tenth(0, lanes)
  const firstOthers = tenth(lanes, externals)
  return [
    { lanes: { from: 0, to: firstLanes }, others: { from: lanes, to: firstOthers } },
    { lanes: { from: firstLanes, to: lanes }, others: { from: firstOthers, to: externals } },
  ]
}
