import { createContext, use } from 'react'
import type { Mentions } from '../contract.ts'

type Known = Mentions & { voice: boolean; outline: ReadonlyMap<object, number> }

const ReadingContext = createContext<Known>({ people: [], groups: [], pictures: [], voice: false, outline: new Map() })

/** Gives whom a text mentions, and how deep its headings stand, to all that is drawn of it. */
export const ReadingProvider = ReadingContext.Provider

/** What is known of the text that is being drawn: its mentions as far as the reader may know them, and its headings. */
export const useReading = (): Known => use(ReadingContext)
