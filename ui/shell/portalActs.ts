import { createContext, use } from 'react'
import type { Language } from '../words/catalogue.ts'

/** What the shell itself does with the account; given by `app`, which knows the feature that does it. */
export interface PortalActs {
  saveLanguage: (language: Language) => void
  signOut: () => void
  /** Which of these people are online, of whom the person signed in may hear it. */
  online: (ids: string[]) => Promise<string[]>
}

const PortalActsContext = createContext<PortalActs>({
  saveLanguage: () => {},
  signOut: () => {},
  online: () => Promise.resolve([]),
})

/** Gives the shell's acts to everything inside it. */
export const PortalActsProvider = PortalActsContext.Provider

/** The shell's acts. */
export function usePortalActs(): PortalActs {
  return use(PortalActsContext)
}
