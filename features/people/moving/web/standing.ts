import { IconBuildingSkyscraper, IconUserCheck, IconUserOff, IconWorldShare } from '@tabler/icons-react'
import type { Icon } from '#ui/section.ts'

/** What an administrator can do with somebody's standing; each shows first what it means. */
export type StandingAct = 'employee' | 'external' | 'dismiss'

/** Whom it is about. */
export interface Standing {
  id: string
  name: string
  kind: 'employee' | 'external'
  dismissedAt?: Date | null | undefined
}

/** The acts that make sense for somebody as they are now; whoever is dismissed can only come back. */
export const actsFor = (person: Standing): StandingAct[] =>
  person.dismissedAt ? [] : [person.kind === 'employee' ? 'external' : 'employee', 'dismiss']

/** How each act is drawn. */
export const actIcons: Record<StandingAct | 'rehire', Icon> = {
  employee: IconBuildingSkyscraper,
  external: IconWorldShare,
  dismiss: IconUserOff,
  rehire: IconUserCheck,
}
