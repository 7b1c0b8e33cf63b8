import type { accountContract } from '#features/account/contract.ts'
import { api } from '#ui/api.ts'
import type { peopleContract } from '../contract.ts'

/** The calls of people. */
export const people = api<typeof peopleContract>('people')

/** What one says of oneself is kept with the account. */
export const account = api<typeof accountContract>('account')
