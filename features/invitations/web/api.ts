import { api } from '#ui/api.ts'
import type { invitationsContract } from '../contract.ts'

/** The calls of invitations. */
export const invitations = api<typeof invitationsContract>('invitations')
