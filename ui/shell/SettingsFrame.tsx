import { useMediaQuery } from '@mantine/hooks'
import { Navigate } from '@tanstack/react-router'
import { IconArrowLeft } from '@tabler/icons-react'
import { Fragment } from 'react'
import { PageHeader } from '../controls/PageHeader.tsx'
import { NotFoundState } from '../controls/NotFoundState.tsx'
import { useMe } from '../me.ts'
import { isOpenTo, useSections, type SettingsPage } from '../section.ts'
import { uiWords } from '../words.ts'
import { useLanguage, useWords } from '../words/useWords.ts'
import { MenuLink } from './MenuLink.tsx'
import { PageLink } from './PageLink.tsx'
import { PageFrame } from './PageFrame.tsx'
import classes from './SettingsFrame.module.css'

function useSettings(): SettingsPage[] {
  const me = useMe()
  return useSections()
    .flatMap((section) => section.settings ?? [])
    .filter((page) => isOpenTo(page.openTo, me))
    .toSorted((a, b) => a.order - b.order)
}

/** The way into settings: on a phone the list of them, elsewhere the first page that the person has. */
export function SettingsStart() {
  const words = useWords(uiWords)
  const phone = useMediaQuery('(max-width: 767px)', false, { getInitialValueInEffect: false })
  const pages = useSettings()
  const [first] = pages
  if (!first) return <NotFoundState />
  if (!phone) return <Navigate to={first.path} replace />
  return (
    <>
      <PageHeader title={words.settings.title} />
      <SettingsList pages={pages} />
    </>
  )
}

/** One page of settings beside the list of all of them; on a phone with the way back to that list. */
export function SettingsFrame({ page, params }: { page: SettingsPage; params: Readonly<Record<string, string>> }) {
  const words = useWords(uiWords)
  const { language } = useLanguage()
  const pages = useSettings()
  // What is not open to somebody is, in every stroke, what does not exist.
  if (!pages.includes(page)) return <NotFoundState />
  return (
    <>
      <div className={classes.title}>
        <PageHeader title={words.settings.title} />
      </div>
      <PageLink to="/settings" className={classes.back}>
        <IconArrowLeft size={16} aria-hidden />
        {words.settings.title}
      </PageLink>
      <div className={classes.frame}>
        <div className={classes.beside}>
          <SettingsList pages={pages} />
        </div>
        <section className={page.wide ? '' : classes.page} aria-label={page.label(language)}>
          <PageFrame page={page} params={params} />
        </section>
      </div>
    </>
  )
}

function SettingsList({ pages }: { pages: readonly SettingsPage[] }) {
  const words = useWords(uiWords)
  const { language } = useLanguage()
  return (
    <nav aria-label={words.settings.title} className={classes.list}>
      {(['person', 'portal'] as const).map((of) => {
        const those = pages.filter((each) => each.of === of)
        if (those.length === 0) return null
        return (
          <div key={of} className={classes.group}>
            <span className={classes.heading}>{of === 'person' ? words.settings.own : words.settings.portal}</span>
            {those.map(({ path, label, icon, listedIf: ListedIf = Fragment }) => (
              <ListedIf key={path}>
                <MenuLink to={path} label={label(language)} icon={icon} />
              </ListedIf>
            ))}
          </div>
        )
      })}
    </nav>
  )
}
