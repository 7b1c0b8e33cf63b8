import { Button, SegmentedControl } from '@mantine/core'
import { IconSettings } from '@tabler/icons-react'
import { PageHeader } from '#ui/controls/PageHeader.tsx'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { useInUrl } from '#ui/shell/useInUrl.ts'
import { useWords } from '#ui/words/useWords.ts'
import { PushOffer } from '../push/web/PushOffer.tsx'
import { settingsWords } from '../settings/words.ts'
import { noticesWords } from '../words.ts'
import { NoticeList } from './NoticeList.tsx'
import classes from './NoticesPage.module.css'
import { useRead } from './useNotices.ts'

/** All that the person is told, or what they have not read of it. */
export function NoticesPage() {
  const words = useWords(noticesWords)
  const changeWords = useWords(settingsWords)
  const reading = useRead()
  const [shown, show] = useInUrl('show')
  const unread = shown === 'unread'
  return (
    <>
      <PageHeader
        title={words.title}
        actions={
          <>
            <Button
              component={PageLink}
              to="/settings/notices"
              variant="default"
              leftSection={<IconSettings size={16} aria-hidden />}
            >
              {changeWords.change}
            </Button>
            <Button variant="default" loading={reading.isPending} onClick={() => reading.mutate({})}>
              {words.readAll}
            </Button>
          </>
        }
      />
      <div className={classes.column}>
        <PushOffer />
        <SegmentedControl
          aria-label={words.title}
          value={unread ? 'unread' : 'all'}
          onChange={(value) => show(value === 'unread' ? value : '')}
          data={[
            { value: 'all', label: words.all },
            { value: 'unread', label: words.unread },
          ]}
        />
        <div className={classes.list}>
          <NoticeList perPage={30} unread={unread} whole />
        </div>
      </div>
    </>
  )
}
