import { Button, Group, Stack, Textarea } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ColleagueField } from '#features/people/web/door.tsx'
import { Dialog } from '#ui/controls/Dialog.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import type { ShownPerson } from '#ui/controls/person.ts'
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

/** Says who answers for somebody from outside, and what they are here for. */
export function SponsorForm({ personId, known, close }: SponsorFormProps) {
  const words = useWords(sponsoringWords)
  const shared = useWords(uiWords)
  const { data: person } = useQuery(people.get.queryOptions({ input: { id: personId } }))
  const [sponsor, setSponsor] = useState<ShownPerson | null>(known.sponsor)
  const [purpose, setPurpose] = useState(known.purpose)
  const save = useMutation({
    ...groups.changeSponsorship.mutationOptions(),
    async onSuccess() {
      close()
      await queries.invalidateQueries({ queryKey: groups.key() })
    },
  })
  return (
    <Dialog opened close={close} title={words.form.title({ name: person?.name ?? '' })} about={person}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const changed = sponsor && sponsor.id !== known.sponsor?.id ? { sponsorId: sponsor.id } : {}
          save.mutate({ id: personId, purpose: purpose.trim(), ...changed })
        }}
      >
        <Stack gap="md">
          <FormError text={save.error ? sentenceOf(save.error, shared, words.rules) : null} />
          <ColleagueField
            label={words.form.sponsor}
            description={words.form.hint}
            clearable={false}
            value={sponsor}
            onChange={setSponsor}
          />
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
