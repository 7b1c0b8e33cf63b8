import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ColleagueField } from '#features/people/web/door.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import type { ShownPerson } from '#ui/controls/person.ts'
import { fieldErrorsOf, sentenceOf } from '#ui/errors.ts'
import { queries } from '#ui/queries.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { PlaceField } from '../../externals/web/PlaceField.tsx'
import { oversight } from '../../web/api.ts'
import type { ActKind, AskedAct } from '../contract.ts'
import { actsWords } from '../words.ts'
import { WhatHappens } from './WhatHappens.tsx'

interface ActFormProps {
  kind: ActKind
  /** Those chosen, or the filter that all of them match. */
  whom: Pick<AskedAct, 'ids' | 'matching'>
  close: () => void
  /** When it is under way: whoever was chosen is so no more. */
  started: () => void
}

/** Does something to many people, after saying with numbers what it will be. */
export function ActForm({ kind, whom, close, started }: ActFormProps) {
  const words = useWords(actsWords)
  const shared = useWords(uiWords)
  const [until, setUntil] = useState('')
  const [groupId, setGroupId] = useState(whom.matching?.groupId ?? null)
  const [sponsor, setSponsor] = useState<ShownPerson | null>(null)
  const asked: AskedAct = {
    kind,
    ...whom,
    ...(kind === 'extend' && until ? { until } : {}),
    ...((kind === 'extend' || kind === 'remove') && groupId ? { groupId } : {}),
    ...(kind === 'sponsor' && sponsor ? { sponsorId: sponsor.id } : {}),
  }
  const start = useMutation({
    ...oversight.acts.start.mutationOptions(),
    onSuccess() {
      // First of all: whoever reads that it is done chooses anew, and would lose that.
      close()
      started()
      void queries.invalidateQueries({ queryKey: oversight.acts.key() })
    },
  })
  const fields = fieldErrorsOf(start.error, shared, words.rules)
  const said = asked.until ?? asked.sponsorId ?? (kind === 'dismiss' || (kind === 'remove' && asked.groupId))
  const elsewhere = start.isError && !fields.until && !fields.groupId && !fields.sponsorId
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        start.mutate(asked)
      }}
    >
      <Stack gap="md">
        {kind === 'extend' && (
          <TextInput
            type="date"
            label={words.until}
            withAsterisk
            min={tomorrow()}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
            error={fields.until}
          />
        )}
        {(kind === 'extend' || kind === 'remove') && (
          <PlaceField
            kind="group"
            label={kind === 'extend' ? words.onlyIn : words.outOf}
            {...(kind === 'remove' ? { mustChoose: words.outOfChoose } : {})}
            value={groupId ?? undefined}
            onChange={setGroupId}
          />
        )}
        {kind === 'sponsor' && (
          <ColleagueField
            label={words.sponsorLabel}
            required
            value={sponsor}
            onChange={setSponsor}
            error={fields.sponsorId}
          />
        )}
        {said && <WhatHappens asked={asked} />}
        <FormError
          text={elsewhere ? (Object.values(fields)[0] ?? sentenceOf(start.error, shared, words.rules)) : null}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {words.cancel}
          </Button>
          <Button
            type="submit"
            disabled={!said}
            loading={start.isPending}
            {...(kind === 'dismiss' || kind === 'remove' ? { color: 'red' } : {})}
          >
            {words.do[kind]}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const tomorrow = (): string => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
