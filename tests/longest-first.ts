import { basename } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files that take longest, the longest first. Begun last, one of them would run alone while the other workers have nothing to do. */
const longest = [
  'every-language.test.ts',
  'every-screen.test.ts',
  'lifecycle.test.ts',
  'every-opening.test.ts',
  'nothing-else.test.ts',
  'security.test.ts',
  'meeting.test.ts',
  'standing.test.ts',
  'revocation.test.ts',
  'outsider.test.ts',
  'guards.test.ts',
]

/** Begins with the longest files. */
export class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const known = longest.indexOf(basename(moduleId))
      return known < 0 ? longest.length : known
    }
    return Promise.resolve(files.toSorted((a, b) => place(a) - place(b)))
  }
}
