import type { ReactNode } from 'react'
import { useFace } from '../face.ts'
import { languages, type Language } from '../words/catalogue.ts'
import { useLanguage } from '../words/useWords.ts'
import classes from './PublicFrame.module.css'

const shortNames: Record<Language, string> = { en: 'English', ru: 'Русский', pl: 'Polski' }

/** The one card of a page without menu and bar, between the portal's name and the languages. */
export function PublicCard({ children }: { children: ReactNode }) {
  const { name } = useFace()
  const { language, speak } = useLanguage()
  return (
    <div className={classes.frame}>
      <header className={classes.head}>
        <span className={classes.sign} aria-hidden>
          {name.slice(0, 1)}
        </span>
        {name}
      </header>
      <main className={classes.card}>{children}</main>
      <footer className={classes.foot}>
        {languages.map((each) => (
          <button key={each} type="button" lang={each} aria-pressed={each === language} onClick={() => speak(each)}>
            {shortNames[each]}
          </button>
        ))}
      </footer>
    </div>
  )
}
