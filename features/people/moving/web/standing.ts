import {
  IconArrowsExchange,
  IconBuildingSkyscraper,
  IconMailOff,
  IconShieldCheck,
  IconShieldLock,
  IconShieldOff,
  IconUserCheck,
  IconUserOff,
  IconWorldShare,
} from '@tabler/icons-react'
import type { Icon } from '#ui/section.ts'

/** What takes or gives a right, or frees what somebody left: said in a sentence, then done. */
export type RightsAct = 'administrator' | 'noAdministrator' | 'secondFactor' | 'free'

/** What an administrator can do with somebody's standing; each shows first what it means. */
export type StandingAct = 'employee' | 'external' | 'dismiss' | 'handOver' | RightsAct

/** Whom it is about. */
export interface Standing {
  id: string
  name: string
  kind: 'employee' | 'external'
  dismissedAt?: Date | null | undefined
  administrator?: boolean | undefined
  secondFactor?: boolean | undefined
  /** None is left of somebody whose address was freed. */
  email?: string | undefined
}

/** The acts that make sense for somebody as they are now. */
export function actsFor({ kind, dismissedAt, administrator, secondFactor, email }: Standing): StandingAct[] {
  const rights: StandingAct[] = administrator ? ['noAdministrator'] : []
  if (dismissedAt) return ['handOver', ...(email ? (['free'] as const) : []), ...rights]
  if (kind === 'employee' && !administrator) rights.push('administrator')
  if (secondFactor) rights.push('secondFactor')
  return [...rights, kind === 'employee' ? 'external' : 'employee', 'dismiss']
}

/** Whether an act takes something away. */
export const isGrave = (act: StandingAct): boolean => !['employee', 'administrator', 'handOver'].includes(act)

/** How each act is drawn. */
export const actIcons: Record<StandingAct | 'rehire', Icon> = {
  employee: IconBuildingSkyscraper,
  external: IconWorldShare,
  dismiss: IconUserOff,
  rehire: IconUserCheck,
  handOver: IconArrowsExchange,
  administrator: IconShieldCheck,
  noAdministrator: IconShieldOff,
  secondFactor: IconShieldLock,
  free: IconMailOff,
}
