import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * The files that take longest, the longest first: begun last, one of them would run alone while the other workers have nothing to do.
 * Journeys stand together, since a worker that goes from them to the rooms, or back, loads everything anew.
 */
const longest = [
  'every-letter.test.ts',
  'lifecycle.test.ts',
  'every-language.test.ts',
  'every-screen.test.ts',
  'every-opening.test.ts',
  'first-from-outside.test.ts',
  'security.test.ts',
  'nothing-else.test.ts',
  '/journeys/',
  'outsider.test.ts',
  'revocation.test.ts',
  'canary.test.ts',
  'guards.test.ts',
  'opening.test.ts',
]

/** Begins with the longest files. */
export class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const known = longest.findIndex((part) => moduleId.includes(part))
      return known < 0 ? longest.length : known
    }
    return Promise.resolve(files.toSorted((a, b) => place(a) - place(b)))
  }
}
