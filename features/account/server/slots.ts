import { isOpenTo, type OpenTo } from '#access/procedures.ts'
import type { Sessions } from '#access/sessions.ts'
import type { Me } from '#access/signed-in.ts'
import type { Platform } from '#platform/platform.ts'

const slot: { sections: readonly { name: string; openTo: OpenTo }[] } = { sections: [] }

/** Filled by `app` with all sections there are, later ones too. */
export function fillSections(sections: readonly { name: string; openTo: OpenTo }[]): void {
  slot.sections = sections
}

/** The names of the sections that are open to a person, by the gate that their procedures stand behind. */
export const sectionsFor = (me: Me, waiting: boolean): string[] =>
  slot.sections.filter(({ openTo }) => isOpenTo(openTo, me, waiting)).map(({ name }) => name)

// By platform: several portals can run in one process.
const opened = new WeakMap<Platform, Sessions>()

/** Filled by `app` with the sign-in of a portal, for the job that makes links. */
export const fillSessions = (platform: Platform, sessions: Sessions): unknown => opened.set(platform, sessions)

/** The sign-in of this portal. */
export function sessionsOf(platform: Platform): Sessions {
  const sessions = opened.get(platform)
  if (!sessions) throw new Error('Nothing fills the slot for signing in.')
  return sessions
}
