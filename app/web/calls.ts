import { api } from '#ui/api.ts'
import type { accountContract } from '#features/account/contract.ts'
import type { peopleContract } from '#features/people/contract.ts'
import type { portalContract } from '#features/portal/contract.ts'

/** The calls of `account` that the shell itself makes: who is signed in, the language, signing out. */
export const account = api<typeof accountContract>('account')

/** The call of `portal` that the shell itself makes: what anybody may see of the portal. */
export const portal = api<typeof portalContract>('portal')

/** The call of `people` that the shell itself makes: who of those on the screen is online. */
export const people = api<typeof peopleContract>('people')
