import { api } from '#ui/api.ts'
import type { accountContract } from '#features/account/contract.ts'
import type { portalContract } from '#features/portal/contract.ts'

/** The calls of `account` that the shell itself makes: who is signed in, the language, signing out. */
export const account = api<typeof accountContract>('account')

/** The call of `portal` that the shell itself makes: what anybody may see of the portal. */
export const portal = api<typeof portalContract>('portal')
