import { Anchor, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { portalWords } from '../words.ts'
import { portal } from './api.ts'
import classes from './Settings.module.css'
import { SettingsForm } from './SettingsForm.tsx'

/** What the portal is called and how it looks. */
export function SettingsPage() {
  const words = useWords(portalWords).settings
  const settings = useQuery(portal.settings.queryOptions())
  const sample = useQuery(portal.sample.queryOptions())
  return (
    <div className={classes.page}>
      <Title order={2}>{words.title}</Title>
      {settings.isError && <ErrorState error={settings.error} retry={() => void settings.refetch()} />}
      {settings.isPending && <ListSkeleton rows={4} />}
      {settings.data && <SettingsForm settings={settings.data} />}
      {sample.data && sample.data.state !== 'none' && (
        <Anchor component={PageLink} to="/welcome" className={classes.sample}>
          {words.sample}
        </Anchor>
      )}
    </div>
  )
}
