import { Outlet } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useMe } from '../me.ts'
import { PresenceProvider, presenceOf } from '../presence.ts'
import { useSections } from '../section.ts'
import { uiWords } from '../words.ts'
import { useWords } from '../words/useWords.ts'
import { LeftMenu } from './LeftMenu.tsx'
import { PhoneBar } from './PhoneBar.tsx'
import { usePortalActs } from './portalActs.ts'
import { RecordOver } from './RecordOver.tsx'
import classes from './Shell.module.css'
import { TopBar } from './TopBar.tsx'

const keptAs = 'loggia.menu'

/** The frame around every page of somebody signed in: menu, top bar, content, and records sliding over it. */
export function Shell() {
  const words = useWords(uiWords)
  const sections = useSections()
  const [folded, setFolded] = useState(() => localStorage.getItem(keptAs) === 'folded')
  useEffect(() => localStorage.setItem(keptAs, folded ? 'folded' : 'open'), [folded])
  const { online } = usePortalActs()
  const me = useMe()
  // That one is here oneself is no news.
  const [presence] = useState(() => presenceOf((ids) => online(ids.filter((id) => id !== me.id))))
  return (
    <PresenceProvider value={presence}>
      <div className={folded ? `${classes.frame} ${classes.folded}` : classes.frame}>
        <a href="#content" className={classes.skip}>
          {words.skipToContent}
        </a>
        <aside className={classes.side}>
          <LeftMenu folded={folded} fold={() => setFolded(!folded)} />
        </aside>
        <TopBar />
        <main id="content" tabIndex={-1} className={classes.content}>
          <Outlet />
        </main>
        <PhoneBar />
        <RecordOver />
        {sections.map(({ name, beside: Part }) => Part && <Part key={name} />)}
      </div>
    </PresenceProvider>
  )
}
