import { useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { uiWords } from '../words.ts'
import { useWords } from '../words/useWords.ts'
import classes from './SearchButton.module.css'

const SearchPalette = lazy(() => import('./SearchPalette.tsx').then((m) => ({ default: m.SearchPalette })))

/** Opens the search palette, by a click or Ctrl+K; the palette itself is fetched on first use. */
export function SearchButton() {
  const words = useWords(uiWords)
  const [opened, setOpened] = useState(false)
  const [wanted, setWanted] = useState(false)
  const open = () => {
    setWanted(true)
    setOpened(true)
  }
  // Not inside an editor, where Ctrl+K makes a link.
  useHotkeys([['mod+K', open]], ['TEXTAREA'])
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
          <SearchPalette opened={opened} close={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  )
}
