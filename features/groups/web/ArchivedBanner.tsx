import { Button } from '@mantine/core'
import { IconArchive } from '@tabler/icons-react'
import { FormError } from '#ui/controls/FormError.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { useMe } from '#ui/me.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Group } from '../contract.ts'
import { groupsWords } from '../words.ts'
import classes from './ArchivedBanner.module.css'
import { mayArchive } from './mayArchive.ts'
import { useArchiving } from './useArchiving.ts'

/** Says over everything in an archived group that it is read and no more, who archived it when, and how it is reopened. */
export function ArchivedBanner({ group }: { group: Group }) {
  const words = useWords(groupsWords)
  const shared = useWords(uiWords)
  const me = useMe()
  const { reopen } = useArchiving()
  if (!group.archivedAt) return null
  const may = mayArchive(group, me)
  return (
    <div className={classes.banner} role="status">
      <IconArchive size={20} stroke={1.6} className={classes.icon} aria-hidden />
      <div className={classes.words}>
        <div className={classes.what}>{words.page.isArchived}</div>
        <div className={classes.who}>
          {(group.archivedBy ?? group.voice) && (
            <>
              <PersonName person={group.archivedBy} voice={group.voice} linked /> ·{' '}
            </>
          )}
          <TimeAgo at={group.archivedAt} />
          {!may && <> · {words.page.ownerReopens}</>}
        </div>
        {reopen.error && <FormError text={sentenceOf(reopen.error, shared, words.rules)} />}
      </div>
      {may && (
        <Button variant="default" loading={reopen.isPending} onClick={() => reopen.mutate({ id: group.id })}>
          {words.page.reopen}
        </Button>
      )}
    </div>
  )
}
