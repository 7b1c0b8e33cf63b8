import { wordsAt } from './arriving.ts'
import type { Language } from './catalogue.ts'

type Later = Exclude<Language, 'en'>

/** Every file with words of these languages; the build makes one file of each language. */
const files: Record<Later, Record<string, () => Promise<unknown>>> = {
  ru: import.meta.glob('/{ui,features}/**/words/ru.ts', { import: 'ru' }),
  pl: import.meta.glob('/{ui,features}/**/words/pl.ts', { import: 'pl' }),
}

const fetched = new Map<Later, Promise<void>>()

/** Brings the words of a language, once. English is always there. Rejects when the network does not bring them. */
export function fetchLanguage(language: Language): Promise<void> {
  if (language === 'en') return Promise.resolve()
  const known = fetched.get(language)
  if (known) return known
  const coming = fetchAll(language).catch((error: unknown) => {
    fetched.delete(language)
    throw error
  })
  fetched.set(language, coming)
  return coming
}

async function fetchAll(language: Later): Promise<void> {
  await Promise.all(
    Object.entries(files[language]).map(async ([path, load]) => void Object.assign(wordsAt(path), await load())),
  )
}
