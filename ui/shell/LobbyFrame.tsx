import { Outlet, useLocation } from '@tanstack/react-router'
import { Suspense } from 'react'
import { ListSkeleton } from '../controls/ListSkeleton.tsx'
import { useFace } from '../face.ts'
import { useSections } from '../section.ts'
import { uiWords } from '../words.ts'
import { useWords } from '../words/useWords.ts'
import classes from './LobbyFrame.module.css'
import { PageFailure } from './PageFailure.tsx'
import { PageLink } from './PageLink.tsx'
import { PersonMenu } from './PersonMenu.tsx'

/** The frame for somebody from outside who is in no group: the lobby at every address, their own settings, and nothing else. */
export function LobbyFrame({ leave }: { leave: () => void }) {
  const words = useWords(uiWords)
  const { name } = useFace()
  const path = useLocation({ select: (location) => location.pathname })
  const { lobby } = useSections().find((section) => section.lobby) ?? {}
  const inSettings = /^\/settings(\/|$)/.test(path)
  return (
    <div className={classes.frame}>
      <a href="#content" className={classes.skip}>
        {words.skipToContent}
      </a>
      <header className={classes.bar}>
        <PageLink to="/" className={classes.portal}>
          <span className={classes.sign} aria-hidden>
            {name.slice(0, 1)}
          </span>
          {name}
        </PageLink>
        <PersonMenu />
      </header>
      <main
        id="content"
        tabIndex={-1}
        className={inSettings ? classes.content : `${classes.content} ${classes.narrow}`}
      >
        {inSettings || !lobby ? (
          <Outlet />
        ) : (
          <PageFailure>
            <Suspense fallback={<ListSkeleton rows={3} />}>
              <lobby.page />
            </Suspense>
          </PageFailure>
        )}
      </main>
      <Suspense>{lobby && <lobby.arrival leave={leave} />}</Suspense>
    </div>
  )
}
