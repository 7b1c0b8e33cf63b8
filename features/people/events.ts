import { z } from 'zod'
import { kind } from '#events/kind.ts'

/** Somebody was dismissed. Told in their own space, so nobody else hears of it; other rooms react. */
export const personDismissed = kind('people.dismissed', 'person', z.object({}))
/** Somebody dismissed was let in again. */
export const personRehired = kind('people.rehired', 'person', z.object({}))
/** Somebody has another photo, or none; `before` is the file that nobody needs any more. */
export const photoChanged = kind('people.photoChanged', 'person', z.object({ before: z.string().nullable() }))
