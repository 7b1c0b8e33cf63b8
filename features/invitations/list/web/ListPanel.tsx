import { Button, FileButton, Group, Select, Stack, Text, Textarea } from '@mantine/core'
import { IconEye, IconFileUpload, IconHourglass } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { From } from '#features/groups/contract.ts'
import { PlacesLeft } from '#features/portal/web/door.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { fieldErrorsOf, sentenceOf } from '#ui/errors.ts'
import { useMe } from '#ui/me.ts'
import { queries } from '#ui/queries.ts'
import { uiWords } from '#ui/words.ts'
import { languages } from '#ui/words/catalogue.ts'
import { useWords } from '#ui/words/useWords.ts'
import { invitations } from '../../web/api.ts'
import { missingIn } from '../../web/AccessFields.tsx'
import { GroupTerms, nothingSaid, sayingOf } from '../../web/GroupTerms.tsx'
import panel from '../../web/InvitePanel.module.css'
import { SentInvitations } from '../../web/SentInvitations.tsx'
import { useRules } from '../../web/useRules.ts'
import { invitationsWords } from '../../words.ts'
import { Preview } from './Preview.tsx'
import { decode, readList, type ReadRow } from './rows.ts'

interface ListPanelProps {
  group: { id: string; moderators: boolean; purpose: boolean; mostDays: number | null; from?: From }
  /** What the invited will see, in a sentence. */
  consequence: string
  /** Said where whoever comes waits for somebody else's answer. */
  lobby?: string
  close: () => void
}

const most = 500

/** Invites many people at once (INV-2): pasted, or read from a file. Each row says what is wrong with it; the good ones are sent, all or none. */
export function ListPanel({ group, consequence, lobby, close }: ListPanelProps) {
  const words = useWords(invitationsWords)
  const rules = useRules()
  const shared = useWords(uiWords)
  const { list } = words
  const me = useMe()
  const [text, setText] = useState('')
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({})
  const [said, say] = useState(nothingSaid)
  const [language, setLanguage] = useState(me.language)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const today = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short' }).format(new Date())
  const rows = useMemo(() => readList(text, today), [text, today])
  const faultOf = (row: ReadRow): string | null => {
    if (row.fault) return words.wrong[row.fault]
    if (row.company && me.kind === 'external') return list.noCompany
    return refused[row.email.toLowerCase()] ?? null
  }
  const good = rows.filter((row) => !faultOf(row))
  const send = useMutation({
    ...invitations.inviteList.mutationOptions(),
    onSuccess: () => queries.invalidateQueries({ queryKey: invitations.key() }),
    onError(error, { people }) {
      const faults = Object.entries(fieldErrorsOf(error, shared, words.wrong))
      const each = faults.map(([path, why]) => [people[Number(path.split('.')[1])]?.email.toLowerCase() ?? '', why])
      setRefused((before) => ({ ...before, ...(Object.fromEntries(each) as Record<string, string>) }))
    },
  })
  const read = (value: string) => {
    setText(value)
    setRefused({})
    send.reset()
  }
  if (send.data) {
    const again = () => {
      read('')
      setTried(false)
    }
    return <SentInvitations sent={send.data.items} text={words.sentText} again={again} close={close} />
  }
  const marked = send.error && Object.keys(fieldErrorsOf(send.error, shared)).length > 0
  // A last day may stand in the rows, one by one.
  const eachHasDay = good.every(({ until }) => until)
  const asked = { purpose: group.purpose, mostDays: eachHasDay ? null : group.mostDays }
  const unsaid = missingIn(said, asked, shared.field.missing)
  const missing = tried && good.length === 0 ? list.nobody : null
  const refusal = send.error && (marked ? list.marked : sentenceOf(send.error, shared, rules))
  const fault = good.length > most ? list.tooMany({ n: most }) : (missing ?? refusal)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (good.length === 0 || good.length > most || Object.keys(unsaid).length > 0) return
        const choice = group.from ? { from: group.from } : {}
        const ofAll = { ...choice, ...(note.trim() ? { note: note.trim() } : {}), ...sayingOf(said) }
        send.mutate({ id: group.id, people: good.map(sayingOfRow), language, ...ofAll })
      }}
    >
      <Stack gap="md">
        <FormError text={fault} />
        <Textarea
          label={list.field}
          description={list.hint}
          placeholder={list.prompt}
          autosize
          minRows={4}
          maxRows={10}
          required
          data-autofocus
          value={text}
          onChange={(event) => read(event.currentTarget.value)}
        />
        <FileButton
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          onChange={(file) => {
            if (file) void file.arrayBuffer().then((bytes) => read(decode(bytes, me.language)))
          }}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              leftSection={<IconFileUpload size={16} stroke={1.7} aria-hidden />}
              style={{ alignSelf: 'flex-start' }}
            >
              {list.file}
            </Button>
          )}
        </FileButton>
        <Preview rows={rows} faultOf={faultOf} good={good.length} />
        <div className={panel.pair}>
          <GroupTerms group={group} email={undefined} value={said} onChange={say} wrong={tried ? unsaid : {}} />
          <Select
            label={words.language}
            description={words.languageHint}
            data={languages.map((each) => ({ value: each, label: words.languages[each] }))}
            value={language}
            onChange={(value) => value && setLanguage(value)}
            allowDeselect={false}
          />
        </div>
        <Text size="sm" c="dimmed">
          {list.ofAll}
        </Text>
        <Textarea
          label={words.note}
          description={words.noteHint}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {lobby && (
          <Text className={panel.consequence} size="sm">
            <IconHourglass size={18} stroke={1.7} aria-hidden />
            <span>{lobby}</span>
          </Text>
        )}
        <Text className={`${panel.consequence} ${panel.outside}`} size="sm">
          <IconEye size={18} stroke={1.7} aria-hidden />
          <span>{consequence}</span>
        </Text>
        <PlacesLeft of="forExternals" />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={send.isPending}>
            {good.length === 0
              ? words.sendNone
              : good.length < rows.length
                ? list.sendGood(good.length)
                : words.send(good.length)}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const sayingOfRow = ({ email, name, company, position, language, until }: ReadRow) => ({
  email,
  ...(name ? { name } : {}),
  ...(company ? { company } : {}),
  ...(position ? { position } : {}),
  ...(language ? { language } : {}),
  ...(until ? { accessUntil: until } : {}),
})
