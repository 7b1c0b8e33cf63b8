import { createContext, use } from 'react'
import type { Language } from './words/catalogue.ts'

/** Who is signed in, as the server's `account.me` answers. */
export interface Me {
  id: string
  name: string
  kind: 'employee' | 'external'
  /** Empty for whoever has a phone only. */
  email: string
  language: Language
  /** IANA name, for instance `Europe/Warsaw`. */
  timeZone: string
  administrator: boolean
  /** In the lobby: from outside and in no group. */
  waiting: boolean
  /** Names of all sections this person has, those without a menu entry too. */
  sections: readonly string[]
  /** True while the portal asks them for a second factor that they have not shown. */
  lacksSecondFactor: boolean
  portal: { name: string; brandColour: string }
  company?: string | null | undefined
  photo?: string | null | undefined
}

const MeContext = createContext<Me | null>(null)

/** Gives the signed-in person to everything inside it. */
export const MeProvider = MeContext.Provider

/** The signed-in person; null on pages that are shown without signing in. */
export function useMeOrNobody(): Me | null {
  return use(MeContext)
}

/** The signed-in person, for everything inside the shell. */
export function useMe(): Me {
  const me = use(MeContext)
  if (!me) throw new Error('useMe is for pages of somebody signed in')
  return me
}
