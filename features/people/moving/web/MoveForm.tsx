import { Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { PlacesLeft } from '#features/portal/web/door.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import type { ShownPerson } from '#ui/controls/person.ts'
import { fieldErrorsOf, sentenceOf } from '#ui/errors.ts'
import { queries } from '#ui/queries.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { CompanyField, type ChosenCompany } from '../../companies/web/CompanyField.tsx'
import { people } from '../../web/api.ts'
import type { From } from '../contract.ts'
import { movingWords } from '../words.ts'
import { FirstInGroups } from './FirstInGroups.tsx'
import { FormFoot } from './FormFoot.tsx'
import { HeirField } from './HeirField.tsx'
import { MovePreviewLists } from './MovePreviewLists.tsx'
import { ReasonField } from './ReasonField.tsx'
import type { Standing } from './standing.ts'

interface MoveFormProps {
  person: Standing
  to: 'employee' | 'external'
  close: () => void
  done: () => void
}

/** Makes somebody an employee or an external, after showing what that opens and closes. */
export function MoveForm({ person, to, close, done }: MoveFormProps) {
  const words = useWords(movingWords)
  const shared = useWords(uiWords)
  const [heir, setHeir] = useState<ShownPerson | null>(null)
  const [company, setCompany] = useState<ChosenCompany | null>(null)
  const [from, setFrom] = useState<From>('now')
  const [reason, setReason] = useState('')
  const preview = useQuery({
    ...people.previewMove.queryOptions({ input: { id: person.id, kind: to } }),
    // It is about this moment: what was counted a while ago is no ground to decide on.
    staleTime: 0,
    gcTime: 0,
  })
  const move = useMutation({
    ...people.move.mutationOptions(),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: people.key() })
      close()
      done()
    },
  })
  if (preview.isError)
    return <ErrorState error={preview.error} retry={() => void preview.refetch()} rules={words.rules} />
  if (!preview.data) return <ListSkeleton rows={5} />
  const { needsHeir, first } = preview.data
  const asksForHeir = needsHeir.tasks + needsHeir.groups > 0
  const fields = fieldErrorsOf(move.error, shared, words.rules)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        move.mutate({
          id: person.id,
          kind: to,
          reason,
          from,
          ...(heir ? { heirId: heir.id } : {}),
          ...(company ? { companyId: company.id } : {}),
        })
      }}
    >
      <Stack gap="md">
        <MovePreviewLists preview={preview.data} />
        {asksForHeir && (
          <HeirField
            needs={needsHeir}
            besides={person.id}
            value={heir}
            onChange={setHeir}
            required
            error={fields.heirId ?? (move.isError && !heir ? words.heir.required : undefined)}
          />
        )}
        {first && <FirstInGroups first={first} value={from} onChange={setFrom} />}
        {to === 'external' && <CompanyField label={words.company.label} value={company} onChange={setCompany} />}
        <ReasonField value={reason} onChange={setReason} />
        <FormError
          text={move.isError && Object.keys(fields).length === 0 ? sentenceOf(move.error, shared, words.rules) : null}
        />
        <PlacesLeft of={to === 'employee' ? 'forEmployees' : 'forExternals'} />
        <FormFoot act={words.do[to]} grave={to === 'external'} pending={move.isPending} close={close} />
      </Stack>
    </form>
  )
}
