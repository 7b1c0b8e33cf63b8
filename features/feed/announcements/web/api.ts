import { api } from '#ui/api.ts'
import type { announcementsContract } from '../contract.ts'

/** The calls of announcements. */
export const announcements = api<typeof announcementsContract>('feed')
