import {
  createContext,
  createElement,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  type PropsWithChildren,
} from 'react'
import { languages, say, type Catalogue, type Language, type Spoken } from './catalogue.ts'
import { fetchLanguage } from './fetch.ts'

interface LanguageChoice {
  language: Language
  speak: (language: Language) => void
}

const LanguageContext = createContext<LanguageChoice | null>(null)
const keptAs = 'loggia.language'

/** The language to begin with: the one kept in this browser, else the browser's own, else English. */
export function firstLanguage(kept: string | null, wanted: readonly string[]): Language {
  const candidates = [kept ?? '', ...wanted].map((word) => word.slice(0, 2).toLowerCase())
  return candidates.map((word) => languages.find((language) => language === word)).find(Boolean) ?? 'en'
}

/** The language that this browser begins with, as soon as its words are here; English when they cannot be had. */
export async function bringFirstLanguage(): Promise<Language> {
  const language = firstLanguage(localStorage.getItem(keptAs), navigator.languages)
  return fetchLanguage(language).then(
    () => language,
    () => 'en',
  )
}

/** Gives the language to everything inside it, and keeps `<html lang>` true. */
export function LanguageProvider({ first, children }: PropsWithChildren<{ first: Language }>) {
  const [language, setLanguage] = useState(first)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const speak = useCallback((next: Language) => {
    localStorage.setItem(keptAs, next)
    const change = async () => {
      await fetchLanguage(next)
      setLanguage(next)
    }
    // Whoever cannot be brought the words goes on in the language of now; the next visit tries again.
    change().catch(() => undefined)
  }, [])
  const choice = useMemo<LanguageChoice>(() => ({ language, speak }), [language, speak])
  return createElement(LanguageContext, { value: choice }, children)
}

/** The language spoken now, and `speak` to change it in this browser. */
export function useLanguage(): LanguageChoice {
  const choice = use(LanguageContext)
  if (!choice) throw new Error('useLanguage needs a LanguageProvider above it')
  return choice
}

/** The words of a catalogue in the language spoken now. */
export function useWords<English>(words: Catalogue<English>): Spoken<English> {
  return say(words, useLanguage().language)
}
