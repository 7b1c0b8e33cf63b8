import { z } from 'zod'
import { id, language } from '#platform/contract.ts'

/** Who is signed in, what is open to them, and the portal they are in. */
export const me = z.object({
  id,
  name: z.string(),
  kind: z.enum(['employee', 'external']),
  position: z.string(),
  about: z.string(),
  interests: z.string(),
  email: z.string(),
  /** At work. */
  phone: z.string(),
  mobile: z.string(),
  showReachesToExternals: z.boolean(),
  language,
  timeZone: z.string(),
  administrator: z.boolean(),
  /** In the lobby: from outside and in no group. */
  waiting: z.boolean(),
  sections: z.array(z.string()),
  portal: z.object({ name: z.string(), brandColour: z.string() }),
  /** True while the portal asks them for a second factor that they have not shown: until then only their own account answers. */
  lacksSecondFactor: z.boolean(),
  company: z.string().optional(),
  photo: z.string().optional(),
})
