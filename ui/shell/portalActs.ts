import { createContext, use } from 'react'
import type { Language } from '../words/catalogue.ts'

/** What the shell itself does with the account; given by `app`, which knows the feature that does it. */
export interface PortalActs {
  saveLanguage: (language: Language) => void
  signOut: () => void
}

const PortalActsContext = createContext<PortalActs>({ saveLanguage: () => {}, signOut: () => {} })

/** Gives the shell's acts to everything inside it. */
export const PortalActsProvider = PortalActsContext.Provider

/** The shell's acts. */
export function usePortalActs(): PortalActs {
  return use(PortalActsContext)
}
