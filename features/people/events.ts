import { z } from 'zod'
import { kind } from '#events/kind.ts'

const side = z.enum(['employee', 'external'])

/** Somebody was dismissed; an heir has what was open. Told in their own space, so nobody else hears of it; other rooms react. */
export const personDismissed = kind('people.dismissed', 'person', z.object({ heirId: z.uuid().nullish() }))
/** Somebody dismissed was let in again. */
export const personRehired = kind('people.rehired', 'person', z.object({}))
/** Somebody became employee or external; the other rooms have moved them in the same transaction. */
export const personMoved = kind(
  'people.moved',
  'person',
  z.object({ from: side, to: side, heirId: z.uuid().nullish(), undone: z.boolean().optional() }),
)
/** Somebody became administrator or is one no more, their second factor was reset, or their address freed. Told among their own things. */
export const rightsChanged = kind(
  'people.rightsChanged',
  'person',
  z.object({ what: z.enum(['administrator', 'noAdministrator', 'secondFactor', 'free']) }),
)
/** An administrator changed what somebody is called or what they do. */
export const personChanged = kind('people.changed', 'person', z.object({}))
/** Somebody belongs to another company, or to none. What they read has changed in the same transaction. */
export const companyChanged = kind(
  'people.companyChanged',
  'person',
  z.object({ before: z.uuid().nullable(), after: z.uuid().nullable() }),
)
/** Somebody answers for these people from outside since. Told among their own things. */
export const sponsorChanged = kind('people.sponsorChanged', 'person', z.object({ personIds: z.array(z.uuid()) }))
/** Somebody has another photo, or none; `before` is the file that nobody needs any more. */
export const photoChanged = kind('people.photoChanged', 'person', z.object({ before: z.string().nullable() }))
