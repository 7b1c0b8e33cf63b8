import { ActionIcon, ScrollArea } from '@mantine/core'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import { Suspense } from 'react'
import { useFace } from '../face.ts'
import { useMe } from '../me.ts'
import { useSections } from '../section.ts'
import { uiWords } from '../words.ts'
import { useLanguage, useWords } from '../words/useWords.ts'
import classes from './LeftMenu.module.css'
import { menuOf } from './menu.ts'
import { MenuLink } from './MenuLink.tsx'
import { PageLink } from './PageLink.tsx'

/** The left menu: the portal's name, the person's sections, below them what sections add (their groups). */
export function LeftMenu({ folded, fold }: { folded: boolean; fold?: () => void }) {
  const words = useWords(uiWords)
  const { language } = useLanguage()
  const { name } = useFace()
  const me = useMe()
  const sections = useSections()
  const FoldIcon = folded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  const foldWords = folded ? words.unfoldMenu : words.foldMenu
  return (
    <nav className={classes.menu} aria-label={words.sections}>
      <PageLink to="/" className={folded ? `${classes.portal} ${classes.folded}` : classes.portal}>
        <span className={classes.sign} aria-hidden>
          {name.slice(0, 1)}
        </span>
        <span className={folded ? 'loggia-hidden' : classes.name}>{name}</span>
      </PageLink>
      <ScrollArea className={classes.entries} scrollbarSize={6} type="hover" viewportProps={{ tabIndex: -1 }}>
        <div className={classes.list}>
          {menuOf(sections, me).map((entry) => (
            <MenuLink
              key={entry.path}
              to={entry.path}
              label={entry.label(language)}
              icon={entry.icon}
              folded={folded}
              badge={
                entry.badge && (
                  <Suspense>
                    <entry.badge />
                  </Suspense>
                )
              }
            />
          ))}
        </div>
        <Suspense>
          {sections.map(
            ({ name: section, menuExtra: Extra }) =>
              Extra && (
                <div key={section} className={classes.extra}>
                  <Extra folded={folded} />
                </div>
              ),
          )}
        </Suspense>
      </ScrollArea>
      {fold && (
        <div className={classes.foot}>
          <ActionIcon onClick={fold} aria-label={foldWords} title={foldWords} aria-expanded={!folded}>
            <FoldIcon size={18} aria-hidden />
          </ActionIcon>
        </div>
      )}
    </nav>
  )
}
