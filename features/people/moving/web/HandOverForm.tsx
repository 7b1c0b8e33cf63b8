import { Stack, Text } from '@mantine/core'
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
import { FormFoot } from './FormFoot.tsx'
import { HeirField } from './HeirField.tsx'
import type { Standing } from './standing.ts'

/** Gives the open tasks of somebody dismissed to a colleague. */
export function HandOverForm({ person, close, done }: { person: Standing; close: () => void; done: () => void }) {
  const words = useWords(movingWords)
  const shared = useWords(uiWords)
  const [heir, setHeir] = useState<ShownPerson | null>(null)
  const preview = useQuery({
    ...people.previewDismissal.queryOptions({ input: { id: person.id } }),
    staleTime: 0,
    gcTime: 0,
  })
  const handOver = useMutation({
    ...people.handOver.mutationOptions(),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: people.key() })
      close()
      done()
    },
  })
  if (preview.isError) return <ErrorState error={preview.error} retry={() => void preview.refetch()} />
  if (!preview.data) return <ListSkeleton rows={2} />
  const { tasks, named } = preview.data
  if (tasks === 0) return <Text>{words.rights.text.nothingOpen}</Text>
  const rules = { ...words.rules, ...words.rights.rules }
  const fields = fieldErrorsOf(handOver.error, shared, rules)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (heir) handOver.mutate({ id: person.id, heirId: heir.id })
      }}
    >
      <Stack gap="md">
        <HeirField
          needs={{ tasks, groups: 0, named }}
          besides={person.id}
          value={heir}
          onChange={setHeir}
          required
          error={fields.heirId}
        />
        <FormError
          text={handOver.isError && Object.keys(fields).length === 0 ? sentenceOf(handOver.error, shared, rules) : null}
        />
        <FormFoot act={words.rights.acts.handOver} grave={false} pending={handOver.isPending} close={close} />
      </Stack>
    </form>
  )
}
