import { Alert, Button, Text, Title } from '@mantine/core'
import { IconMail, IconMailFast } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { EmptyState } from '#ui/controls/EmptyState.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { useInUrl } from '#ui/shell/useInUrl.ts'
import { useWords } from '#ui/words/useWords.ts'
import { SmsPart } from '../sms/web/SmsPart.tsx'
import { portalWords } from '../words.ts'
import { portal } from './api.ts'
import { MailLetter } from './MailLetter.tsx'
import classes from './MailPage.module.css'

/** Letters and text messages that wait in the data folder because no mail server or gateway is set: the list, or one of them. */
export function MailPage() {
  const words = useWords(portalWords).mail
  const [letter] = useInUrl('letter')
  return (
    <div className={classes.page}>
      <Title order={2}>{words.title}</Title>
      {letter ? (
        <MailLetter key={letter} id={letter} />
      ) : (
        <>
          <Letters />
          <SmsPart />
        </>
      )}
    </div>
  )
}

function Letters() {
  const words = useWords(portalWords).mail
  const mail = useInfiniteQuery(
    portal.mail.infiniteOptions({
      input: (after: string | undefined) => ({ limit: 25, ...(after ? { after } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
  )
  if (mail.isError) return <ErrorState error={mail.error} retry={() => void mail.refetch()} />
  const [first] = mail.data?.pages ?? []
  if (!first || !mail.data) return <ListSkeleton />
  const { delivery, messages, from } = first
  if (delivery === 'sent' && messages === 'sent')
    return <EmptyState icon={IconMailFast} title={words.sentTitle} text={words.sent({ from })} />
  const letters = mail.data.pages.flatMap((page) => page.items)
  return (
    <>
      <Alert color="gray" p="sm" w="100%">
        {delivery === 'kept' ? words.kept({ from }) : words.sent({ from })}
      </Alert>
      {letters.length === 0 && <EmptyState icon={IconMail} title={words.emptyTitle} text={words.empty} />}
      <ul className={classes.list}>
        {letters.map(({ id, subject, to, at }) => (
          <li key={id}>
            <PageLink to={`/settings/mail?letter=${id}`} className={classes.row}>
              <span className={classes.subject}>{subject}</span>
              <span className={classes.to}>{to}</span>
              <span className={classes.at}>
                <TimeAgo at={at} />
              </span>
            </PageLink>
          </li>
        ))}
      </ul>
      {mail.hasNextPage ? (
        <Button variant="default" loading={mail.isFetchingNextPage} onClick={() => void mail.fetchNextPage()}>
          {words.more}
        </Button>
      ) : (
        letters.length > 0 && (
          <Text c="dimmed" size="sm">
            {words.count(letters.length)}
          </Text>
        )
      )}
    </>
  )
}
