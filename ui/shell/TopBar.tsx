import { Suspense } from 'react'
import { useFace } from '../face.ts'
import { useSections } from '../section.ts'
import { NewMenu } from './NewMenu.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import { SearchButton } from './SearchButton.tsx'
import classes from './TopBar.module.css'

/** The bar above every page: search, New, what sections add, one's own face. */
export function TopBar() {
  const sections = useSections()
  const { name } = useFace()
  return (
    <header className={classes.bar}>
      <span className={classes.portal}>{name}</span>
      <SearchButton />
      <div className={classes.end}>
        <NewMenu />
        <Suspense>{sections.map(({ name: section, topBar: Extra }) => Extra && <Extra key={section} />)}</Suspense>
        <PersonMenu />
      </div>
    </header>
  )
}
