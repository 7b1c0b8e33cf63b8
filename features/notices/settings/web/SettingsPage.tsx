import { Alert, Anchor, Title } from '@mantine/core'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { useMe } from '#ui/me.ts'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { PushPart } from '../../push/web/PushPart.tsx'
import { settingsWords } from '../words.ts'
import { ChannelTable } from './ChannelTable.tsx'
import classes from './SettingsPage.module.css'
import { useSettings } from './useSettings.ts'

/** How one wants to be told, under one's own settings. */
export function SettingsPage() {
  const words = useWords(settingsWords)
  const general = useWords(uiWords)
  const { email, timeZone } = useMe()
  const { asked, channelsOf, change } = useSettings()
  return (
    <div className={classes.page}>
      <Title order={2}>{words.title}</Title>
      <p className={classes.text}>{words.text}</p>
      {asked.isError && !asked.data && <ErrorState error={asked.error} retry={() => void asked.refetch()} />}
      {asked.isPending && <ListSkeleton rows={5} />}
      <FormError text={change.isError ? sentenceOf(change.error, general) : null} />
      {asked.data && (
        <>
          {asked.data.returnedAt && email && (
            <Alert color="yellow" p="sm">
              {words.returned({ address: email })}{' '}
              <Anchor component={PageLink} to="/settings/security" inherit underline="always">
                {words.changeAddress}
              </Anchor>
            </Alert>
          )}
          <PushPart />
          <ChannelTable channelsOf={channelsOf} change={(kind, set) => change.mutate({ kinds: { [kind]: set } })} />
          <p className={classes.hint}>
            {email ? words.digests({ zone: timeZone }) : words.noAddress}{' '}
            {email && (
              <Anchor component={PageLink} to="/settings/profile" inherit underline="always">
                {words.zone}
              </Anchor>
            )}
          </p>
          <p className={classes.hint}>{words.muted}</p>
        </>
      )}
    </div>
  )
}
