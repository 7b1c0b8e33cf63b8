import type { Department } from '../contract.ts'

/** A department with those that stand below it, and how many people work in all of them together. */
export interface Branch extends Department {
  below: Branch[]
  all: number
}

/** The departments as they stand below each other, each level by name as the list has it. */
export function treeOf(departments: readonly Department[]): Branch[] {
  const known = new Set(departments.map(({ id }) => id))
  const grown = (parentId: string | null): Branch[] =>
    departments
      .filter((one) => (one.parentId && known.has(one.parentId) ? one.parentId : null) === parentId)
      .map((one) => {
        const below = grown(one.id)
        return { ...one, below, all: below.reduce((sum, branch) => sum + branch.all, one.people) }
      })
  return grown(null)
}

/** A department and all that stand below it, by id. */
export const idsIn = (branch: Branch): string[] => [branch.id, ...branch.below.flatMap(idsIn)]
