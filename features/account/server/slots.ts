import { refused } from '#access/errors.ts'
import { isOpenTo, type OpenTo } from '#access/procedures.ts'
import type { Sessions } from '#access/sessions.ts'
import type { Me } from '#access/signed-in.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'

/** Whether a rule of the portal lets somebody from outside have an address of this domain; held so until the transaction ends. As the keeper. */
type DomainRule = (tx: Tx, domain: string) => Promise<boolean>

const rule: { lets: DomainRule } = { lets: () => Promise.resolve(true) }

/** Filled by `app` with the rule of a later room about the domains that people from outside come from. */
export function fillDomainRule(lets: DomainRule): void {
  rule.lets = lets
}

/** Refuses an address of a domain that the portal does not take, to whoever comes from outside. As the keeper. */
export async function mustBeLetIn(tx: Tx, kind: Me['kind'], email: string): Promise<void> {
  if (kind === 'employee' || (await rule.lets(tx, email.split('@').at(-1) ?? ''))) return
  throw refused(
    'DOMAIN_NOT_ALLOWED',
    'The rules of this portal take no addresses of this domain. Use another address, or ask whoever invited you.',
  )
}

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
