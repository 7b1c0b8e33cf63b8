import { createContext, use } from 'react'
import { ownBrand } from './theme/theme.ts'

/** What a portal shows of itself to anybody, before signing in too. */
export interface Face {
  name: string
  /** Hex. */
  brandColour: string
  /** False until the portal has been set up. */
  ready: boolean
}

/** How a portal looks until it has said how. */
export const blankFace: Face = { name: 'Loggia', brandColour: ownBrand, ready: true }

const FaceContext = createContext<Face>(blankFace)

/** Gives the portal's name and colour to everything inside it. */
export const FaceProvider = FaceContext.Provider

/** The portal's name and colour. */
export function useFace(): Face {
  return use(FaceContext)
}
