import { api } from '#ui/api.ts'
import type { portalContract } from '../contract.ts'

/** What the browser asks about the portal itself. */
export const portal = api<typeof portalContract>('portal')
