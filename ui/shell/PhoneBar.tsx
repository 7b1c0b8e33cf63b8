import { CloseButton, Drawer, UnstyledButton } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import { IconMenu2 } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useMe } from '../me.ts'
import { useSections } from '../section.ts'
import { uiWords } from '../words.ts'
import { useLanguage, useWords } from '../words/useWords.ts'
import { LeftMenu } from './LeftMenu.tsx'
import { menuOf } from './menu.ts'
import { PageLink } from './PageLink.tsx'
import classes from './PhoneBar.module.css'

/** The bar at the foot of a phone: the first four sections, and More for the rest with the person's groups. */
export function PhoneBar() {
  const words = useWords(uiWords)
  const { language } = useLanguage()
  // The menu was opened on this page; on the next one it is closed by itself.
  const [openedAt, setOpenedAt] = useState<string | null>(null)
  const path = useLocation({ select: (location) => location.pathname })
  const close = () => setOpenedAt(null)
  return (
    <nav className={classes.bar} aria-label={words.mainSections}>
      {menuOf(useSections(), useMe())
        .slice(0, 4)
        .map((entry) => (
          <PageLink key={entry.path} to={entry.path} className={classes.entry}>
            <entry.icon size={21} stroke={1.7} aria-hidden />
            <span className={classes.word}>{entry.label(language)}</span>
            {entry.badge && (
              <span className={classes.badge}>
                <Suspense>
                  <entry.badge />
                </Suspense>
              </span>
            )}
          </PageLink>
        ))}
      <UnstyledButton className={classes.entry} onClick={() => setOpenedAt(path)} aria-haspopup="dialog">
        <IconMenu2 size={21} stroke={1.7} aria-hidden />
        <span className={classes.word}>{words.more}</span>
      </UnstyledButton>
      <Drawer.Root opened={openedAt === path} onClose={close} size={280}>
        <Drawer.Overlay backgroundOpacity={0.28} />
        <Drawer.Content aria-label={words.sections} radius={0} className={classes.drawer}>
          <LeftMenu folded={false} />
          <CloseButton className={classes.close} onClick={close} aria-label={words.close} />
        </Drawer.Content>
      </Drawer.Root>
    </nav>
  )
}
