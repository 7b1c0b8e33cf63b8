import { Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { PlacesLeft } from '#features/portal/web/door.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { queries } from '#ui/queries.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { people } from '../../web/api.ts'
import { movingWords } from '../words.ts'
import { FormFoot } from './FormFoot.tsx'
import { MovePreviewLists } from './MovePreviewLists.tsx'

/** Takes back that somebody was made external, after showing what that opens and gives back. */
export function UndoForm({ personId, close }: { personId: string; close: () => void }) {
  const words = useWords(movingWords)
  const shared = useWords(uiWords)
  const preview = useQuery({
    ...people.previewUndoMove.queryOptions({ input: { id: personId } }),
    // It is about this moment: what was counted a while ago is no ground to decide on.
    staleTime: 0,
    gcTime: 0,
  })
  const undo = useMutation({
    ...people.undoMove.mutationOptions(),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: people.key() })
      close()
    },
  })
  if (preview.isError)
    return <ErrorState error={preview.error} retry={() => void preview.refetch()} rules={words.rules} />
  if (!preview.data) return <ListSkeleton rows={5} />
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        undo.mutate({ id: personId })
      }}
    >
      <Stack gap="md">
        <MovePreviewLists preview={preview.data} />
        <Text size="sm">{words.history.undoAsk}</Text>
        <FormError text={undo.isError ? sentenceOf(undo.error, shared, words.rules) : null} />
        <PlacesLeft of="forEmployees" />
        <FormFoot act={words.history.undo} grave={false} pending={undo.isPending} close={close} />
      </Stack>
    </form>
  )
}
