import { createContext, use } from 'react'

const StandingContext = createContext<'page' | 'over'>('page')

/** Says how what is inside it stands. */
export const StandingProvider = StandingContext.Provider

/** Whether this stands as a page of its own or slid over another one. */
export function useStanding(): 'page' | 'over' {
  return use(StandingContext)
}
