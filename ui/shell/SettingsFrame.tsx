import { Navigate } from '@tanstack/react-router'
import { PageHeader } from '../controls/PageHeader.tsx'
import { NotFoundState } from '../controls/NotFoundState.tsx'
import { useMe } from '../me.ts'
import { isOpenTo, useSections, type SettingsPage } from '../section.ts'
import { uiWords } from '../words.ts'
import { useLanguage, useWords } from '../words/useWords.ts'
import { MenuLink } from './MenuLink.tsx'
import { PageFrame } from './PageFrame.tsx'
import classes from './SettingsFrame.module.css'

function useSettings(): SettingsPage[] {
  const me = useMe()
  return useSections()
    .flatMap((section) => section.settings ?? [])
    .filter((page) => isOpenTo(page.openTo, me))
    .toSorted((a, b) => a.order - b.order)
}

/** The way into settings: leads to the first page that the person has. */
export function SettingsStart() {
  const [first] = useSettings()
  return first ? <Navigate to={first.path} replace /> : <NotFoundState />
}

/** One page of settings beside the list of all of them. */
export function SettingsFrame({ page, params }: { page: SettingsPage; params: Readonly<Record<string, string>> }) {
  const words = useWords(uiWords)
  const { language } = useLanguage()
  const pages = useSettings()
  return (
    <>
      <PageHeader title={words.settings.title} />
      <div className={classes.frame}>
        <nav aria-label={words.settings.title} className={classes.list}>
          {(['person', 'portal'] as const).map((of) => {
            const those = pages.filter((each) => each.of === of)
            if (those.length === 0) return null
            return (
              <div key={of} className={classes.group}>
                <span className={classes.heading}>{of === 'person' ? words.settings.own : words.settings.portal}</span>
                {those.map((each) => (
                  <MenuLink key={each.path} to={each.path} label={each.label(language)} icon={each.icon} />
                ))}
              </div>
            )
          })}
        </nav>
        <section className={classes.page} aria-label={page.label(language)}>
          <PageFrame page={page} params={params} />
        </section>
      </div>
    </>
  )
}
