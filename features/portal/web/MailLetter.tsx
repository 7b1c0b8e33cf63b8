import { Anchor, SegmentedControl, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { portalWords } from '../words.ts'
import { portal } from './api.ts'
import classes from './MailPage.module.css'

/** One kept letter, as a mail program would show it and as plain text. */
export function MailLetter({ id }: { id: string }) {
  const { mail: words, sms } = useWords(portalWords)
  const letter = useQuery(portal.letter.queryOptions({ input: { id } }))
  const [shown, setShown] = useState('letter')
  const back = (
    <Anchor component={PageLink} to="/settings/mail" size="sm" className={classes.back}>
      <IconArrowLeft size={14} aria-hidden /> {words.back}
    </Anchor>
  )
  if (letter.isError)
    return (
      <>
        {back}
        <ErrorState error={letter.error} retry={() => void letter.refetch()} />
      </>
    )
  if (!letter.data) return <ListSkeleton rows={3} />
  const { kind, subject, to, at, text } = letter.data
  return (
    <>
      {back}
      <Title order={3}>{kind === 'letter' ? subject : sms.title}</Title>
      <dl className={classes.facts}>
        <dt>{words.to}</dt>
        <dd>
          {to} · <TimeAgo at={at} />
        </dd>
      </dl>
      {kind === 'letter' && (
        <SegmentedControl
          size="xs"
          value={shown}
          onChange={setShown}
          data={[
            { value: 'letter', label: words.asLetter },
            { value: 'text', label: words.asText },
          ]}
        />
      )}
      {kind === 'message' || shown === 'text' ? (
        <pre className={classes.text}>{text}</pre>
      ) : (
        <iframe
          className={classes.frame}
          title={subject}
          src={`/api/v1/portal/mail/${id}/page`}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
        />
      )}
    </>
  )
}
