import type { Client } from '@orpc/client'
import { calls } from '#ui/api.ts'
import type { Face } from '#ui/face.ts'
import type { Me } from '#ui/me.ts'
import type { Language } from '#ui/words/catalogue.ts'

type Call<Input, Output> = Client<Record<never, never>, Input, Output, Error>

/** The calls of `account` that the shell itself makes. */
export const account = calls<{
  me: Call<undefined, Me>
  signOut: Call<undefined, unknown>
  change: Call<{ language: Language }, unknown>
}>('account')

/** The call of `portal` that the shell itself makes: what anybody may see of the portal. */
export const portal = calls<{ face: Call<undefined, Face> }>('portal')
