import { eq } from 'drizzle-orm'
import { invalid } from '#access/errors.ts'
import { people, reaches } from '#access/tables.ts'
import { isTimeZone } from '#features/account/server/door.ts'
import { writeFields } from '#features/people/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** What whoever adds somebody says of them beside their name, as they could say it of themselves (PPL-4). */
export interface Profile {
  phone?: string
  mobile?: string
  about?: string
  interests?: string
  /** IANA name. */
  timeZone?: string
  /** What this portal asks of people from outside beside the usual. */
  fields?: { fieldId: string; value: string }[]
}

/** Fills the profile of somebody who was made a moment ago. For the keeper. */
export async function fillProfile(
  tx: Tx,
  personId: string,
  { phone, mobile, about, interests, timeZone, fields = [] }: Profile,
): Promise<void> {
  if (timeZone && !isTimeZone(timeZone)) throw invalid('timeZone', 'Invalid time zone: name one as Europe/Warsaw.')
  if (about || interests || timeZone)
    await tx.update(people).set({ about, interests, timeZone }).where(eq(people.id, personId))
  // The number to which what they come by was sent stands there already.
  if (phone || mobile)
    await tx
      .update(reaches)
      .set({ phone, ...(mobile ? { mobile } : {}) })
      .where(eq(reaches.personId, personId))
  await writeFields(
    tx,
    { id: personId, kind: 'external' },
    fields.filter(({ value }) => value !== ''),
  )
}
