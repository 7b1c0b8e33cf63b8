import { Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import type { ShownPerson } from '#ui/controls/person.ts'
import { fieldErrorsOf, sentenceOf } from '#ui/errors.ts'
import { queries } from '#ui/queries.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { people } from '../../web/api.ts'
import { movingWords } from '../words.ts'
import { Consequences } from './Consequences.tsx'
import { FormFoot } from './FormFoot.tsx'
import { HeirField } from './HeirField.tsx'
import { ReasonField } from './ReasonField.tsx'
import type { Standing } from './standing.ts'

interface DismissFormProps {
  person: Standing
  close: () => void
  done: () => void
}

/** Dismisses somebody, after showing what ends at once and what needs somebody. */
export function DismissForm({ person, close, done }: DismissFormProps) {
  const words = useWords(movingWords)
  const shared = useWords(uiWords)
  const [heir, setHeir] = useState<ShownPerson | null>(null)
  const [reason, setReason] = useState('')
  const preview = useQuery({
    ...people.previewDismissal.queryOptions({ input: { id: person.id } }),
    staleTime: 0,
    gcTime: 0,
  })
  const dismiss = useMutation({
    ...people.dismiss.mutationOptions(),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: people.key() })
      close()
      done()
    },
  })
  if (preview.isError) return <ErrorState error={preview.error} retry={() => void preview.refetch()} />
  if (!preview.data) return <ListSkeleton rows={4} />
  const { sessions, tokens, invitations, externals, tasks, groups, named, leads, reports } = preview.data
  const fields = fieldErrorsOf(dismiss.error, shared, words.rules)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        dismiss.mutate({ id: person.id, reason, ...(heir ? { heirId: heir.id } : {}) })
      }}
    >
      <Stack gap="md">
        <Consequences
          title={words.closes}
          mark="closes"
          lines={[
            sessions > 0 ? words.dismissal.sessions(sessions) : words.dismissal.nothing,
            tokens > 0 && words.dismissal.tokens(tokens),
            invitations > 0 && words.dismissal.invitations(invitations),
            externals > 0 && words.dismissal.externals(externals),
            ...leads.map((department) => words.rights.leads({ department })),
            reports > 0 && words.external.reports(reports),
          ]}
        />
        <Consequences title={words.stays} lines={[words.dismissal.stays]} />
        {tasks + groups > 0 && (
          <HeirField
            needs={{ tasks, groups, named }}
            besides={person.id}
            value={heir}
            onChange={setHeir}
            error={fields.heirId}
          />
        )}
        <ReasonField value={reason} onChange={setReason} />
        <FormError
          text={
            dismiss.isError && Object.keys(fields).length === 0 ? sentenceOf(dismiss.error, shared, words.rules) : null
          }
        />
        <FormFoot act={words.do.dismiss} grave pending={dismiss.isPending} close={close} />
      </Stack>
    </form>
  )
}
