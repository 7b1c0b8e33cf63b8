import { useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { uiWords } from '../words.ts'
import { useWords } from '../words/useWords.ts'
import classes from './SearchButton.module.css'

const load = () => import('./SearchPalette.tsx')
const SearchPalette = lazy(() => load().then((m) => ({ default: m.SearchPalette })))
const fetchedAfter = 2_000

/** Opens the search palette, by a click or Ctrl+K; what is typed before it stands there is not lost. */
export function SearchButton() {
  const words = useWords(uiWords)
  const [opened, setOpened] = useState(false)
  const [wanted, setWanted] = useState(false)
  const [query, setQuery] = useState('')
  const open = () => {
    setWanted(true)
    setOpened(true)
  }
  // Not inside an editor, where Ctrl+K makes a link.
  useHotkeys([['mod+K', open]], ['TEXTAREA'])
  useEffect(() => {
    const soon = setTimeout(() => void load().catch(() => undefined), fetchedAfter)
    return () => clearTimeout(soon)
  }, [])
  useEffect(() => {
    if (!opened) return
    const keep = (event: KeyboardEvent) => {
      const ready = event.target instanceof Element && event.target.closest('[role="dialog"]')
      if (ready || event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      setQuery((typed) => typed + event.key)
    }
    window.addEventListener('keydown', keep)
    return () => window.removeEventListener('keydown', keep)
  }, [opened])
  return (
    <>
      <button
        type="button"
        className={classes.button}
        onClick={open}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K"
      >
        <IconSearch size={17} stroke={1.8} aria-hidden />
        <span className={classes.word}>{words.search.open}</span>
        <kbd className={classes.keys} aria-hidden>
          Ctrl K
        </kbd>
      </button>
      {wanted && (
        <Suspense>
          <SearchPalette opened={opened} close={() => setOpened(false)} query={query} setQuery={setQuery} />
        </Suspense>
      )}
    </>
  )
}
