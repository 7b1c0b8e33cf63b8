import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core'
import { IconEye, IconHourglass } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { From } from '#features/groups/contract.ts'
import { PlacesLeft } from '#features/portal/web/door.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { fieldErrorsOf, sentenceOf } from '#ui/errors.ts'
import { useMe } from '#ui/me.ts'
import { queries } from '#ui/queries.ts'
import { uiWords } from '#ui/words.ts'
import { languages } from '#ui/words/catalogue.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Invitation } from '../contract.ts'
import { invitationsWords } from '../words.ts'
import { missingIn } from './AccessFields.tsx'
import { AddressField } from './AddressField.tsx'
import { looksLikeNumber, looksWrong } from '#ui/controls/addresses.ts'
import { invitations } from './api.ts'
import { GroupTerms, nothingSaid, sayingOf } from './GroupTerms.tsx'
import classes from './InvitePanel.module.css'
import { SentInvitations } from './SentInvitations.tsx'
import { useRules } from './useRules.ts'

interface Sending {
  emails: string[]
  note?: string
  language: 'en' | 'ru' | 'pl'
  company?: string
  role?: 'moderator'
  accessUntil?: string
  purpose?: string
  from?: From
}

interface InvitePanelProps {
  /** What the invited will see, in a sentence; read before sending. */
  consequence: string
  /** What happens after sending. */
  after: string
  /** With a group, company, role and last day are asked for; `moderators` says whether one may name some. */
  group?: { id: string; moderators: boolean; purpose: boolean; mostDays: number | null; from?: From }
  /** Said where whoever comes waits for somebody else's answer. */
  lobby?: string
  send: (input: Sending) => Promise<{ items: Invitation[] }>
  close: () => void
}

/** Takes addresses and a few words, says what follows, and sends the letters. What was typed stays until they are on their way. */
export function InvitePanel({ consequence, lobby, after, group, send, close }: InvitePanelProps) {
  const words = useWords(invitationsWords)
  const shared = useWords(uiWords)
  const me = useMe()
  const rules = useRules()
  const [emails, setEmails] = useState<string[]>([])
  const [refused, setRefused] = useState<Record<string, string>>({})
  const [said, say] = useState(nothingSaid)
  const [language, setLanguage] = useState(me.language)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const sending = useMutation({
    mutationFn: send,
    onSuccess: () => queries.invalidateQueries({ queryKey: invitations.key() }),
    onError(error, { emails: sent }) {
      const faults = Object.entries(fieldErrorsOf(error, shared, words.wrong)).filter(([path]) =>
        path.startsWith('emails.'),
      )
      setRefused(Object.fromEntries(faults.map(([path, reason]) => [sent[Number(path.split('.')[1])] ?? '', reason])))
    },
  })
  if (sending.data) {
    const again = () => {
      setEmails([])
      setTried(false)
      sending.reset()
    }
    return <SentInvitations sent={sending.data.items} text={after} again={again} close={close} />
  }
  const typedWrong = emails
    .filter(looksWrong)
    .map((email) => [email, words.wrong[group && looksLikeNumber(email) ? 'NOT_A_NUMBER' : 'NOT_AN_ADDRESS']] as const)
  const wrong = { ...refused, ...Object.fromEntries(typedWrong) }
  const anyWrong = emails.some((email) => wrong[email])
  const fieldErrors = sending.error ? fieldErrorsOf(sending.error, shared, words.wrong) : {}
  const missing = missingIn(said, group, shared.field.missing)
  const refusal = sending.error && Object.keys(refused).length === 0 ? sentenceOf(sending.error, shared, rules) : null
  const fault = tried && anyWrong ? words.rules.WRONG_ADDRESSES : refusal
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (emails.length === 0 || anyWrong || Object.keys(missing).length > 0) return
        const about = {
          ...(note.trim() ? { note: note.trim() } : {}),
          ...sayingOf(said),
          ...(group?.from ? { from: group.from } : {}),
        }
        sending.mutate({ emails, language, ...about })
      }}
    >
      <Stack gap="md">
        <FormError text={fault} />
        <AddressField
          numbers={group !== undefined}
          emails={emails}
          onChange={setEmails}
          wrong={wrong}
          missing={tried && emails.length === 0 ? shared.field.missing : null}
        />
        <div className={classes.pair}>
          {group && (
            <GroupTerms
              group={group}
              email={emails.find((email) => !looksWrong(email))}
              value={said}
              onChange={say}
              wrong={{ ...fieldErrors, ...(tried ? missing : {}) }}
            />
          )}
          <Select
            label={words.language}
            description={words.languageHint}
            data={languages.map((each) => ({ value: each, label: words.languages[each] }))}
            value={language}
            onChange={(value) => value && setLanguage(value)}
            allowDeselect={false}
          />
        </div>
        <Textarea
          label={words.note}
          description={words.noteHint}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {lobby && (
          <Text className={classes.consequence} size="sm">
            <IconHourglass size={18} stroke={1.7} aria-hidden />
            <span>{lobby}</span>
          </Text>
        )}
        <Text className={group ? `${classes.consequence} ${classes.outside}` : classes.consequence} size="sm">
          <IconEye size={18} stroke={1.7} aria-hidden />
          <span>{consequence}</span>
        </Text>
        <PlacesLeft of={group ? 'forExternals' : 'forEmployees'} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={sending.isPending}>
            {emails.length === 0 ? words.sendNone : words.send(emails.length)}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
