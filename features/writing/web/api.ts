import type { groupsContract } from '#features/groups/contract.ts'
import { api } from '#ui/api.ts'
import type { attachmentsContract } from '../attachments/contract.ts'
import type { writingContract } from '../contract.ts'

/** The calls of writing. */
export const writing = api<typeof writingContract & typeof attachmentsContract>('writing')

/** The calls of groups: some can be mentioned. */
export const groups = api<typeof groupsContract>('groups')
