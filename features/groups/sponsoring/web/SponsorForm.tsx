import { Button, Group, Select, Stack, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Dialog } from '#ui/controls/Dialog.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { queries } from '#ui/queries.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { groups, people } from '../../web/api.ts'
import type { Sponsorship } from '../contract.ts'
import { sponsoringWords } from '../words.ts'

interface SponsorFormProps {
  personId: string
  known: Sponsorship
  close: () => void
}

const most = 50

/** Says who answers for somebody from outside, and what they are here for. */
export function SponsorForm({ personId, known, close }: SponsorFormProps) {
  const words = useWords(sponsoringWords)
  const shared = useWords(uiWords)
  const { data: person } = useQuery(people.get.queryOptions({ input: { id: personId } }))
  const [sponsorId, setSponsorId] = useState(known.sponsor?.id ?? null)
  const [purpose, setPurpose] = useState(known.purpose)
  const save = useMutation({
    ...groups.changeSponsorship.mutationOptions(),
    async onSuccess() {
      close()
      await queries.invalidateQueries({ queryKey: groups.key() })
    },
  })
  return (
    <Dialog opened close={close} title={words.form.title({ name: person?.name ?? '' })}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const changed = sponsorId && sponsorId !== known.sponsor?.id ? { sponsorId } : {}
          save.mutate({ id: personId, purpose: purpose.trim(), ...changed })
        }}
      >
        <Stack gap="md">
          <FormError text={save.error ? sentenceOf(save.error, shared, words.rules) : null} />
          <ColleagueField chosen={known.sponsor} value={sponsorId} onChange={setSponsorId} />
          <Textarea
            label={words.form.purpose}
            maxLength={500}
            autosize
            minRows={2}
            value={purpose}
            onChange={(event) => setPurpose(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {words.form.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

interface ColleagueFieldProps {
  chosen: { id: string; name: string } | null
  value: string | null
  onChange: (id: string | null) => void
}

function ColleagueField({ chosen, value, onChange }: ColleagueFieldProps) {
  const words = useWords(sponsoringWords)
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 150)
  const colleagues = useQuery({
    ...people.list.queryOptions({ input: { limit: most, kind: 'employee', ...(search ? { search } : {}) } }),
    placeholderData: keepPreviousData,
  })
  const found = colleagues.data?.items ?? []
  const listed = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found
  return (
    <Select
      label={words.form.sponsor}
      description={words.form.hint}
      searchable
      allowDeselect={false}
      data={listed.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      onSearchChange={setTyped}
    />
  )
}
