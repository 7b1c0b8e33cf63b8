import { lazy } from 'react'
import type { WebSection } from '#ui/section.ts'

/** Requests on the screen: who asks, above the members of a group; the way to ask, in a closed one; the lobby. */
export const requestsSection: WebSection = {
  name: 'requests',
  openTo: 'lobby',
  refreshedBy: ['groups'],
  groupMembersPart: {
    order: -10,
    component: lazy(() => import('./RequestList.tsx').then((m) => ({ default: m.RequestList }))),
  },
  groupMembersBadge: lazy(() => import('./RequestCount.tsx').then((m) => ({ default: m.RequestCount }))),
  groupDoorstep: lazy(() => import('./AskToJoin.tsx').then((m) => ({ default: m.AskToJoin }))),
  lobby: {
    page: lazy(() => import('./LobbyPage.tsx').then((m) => ({ default: m.LobbyPage }))),
    arrival: lazy(() => import('./Arrival.tsx').then((m) => ({ default: m.Arrival }))),
  },
}
