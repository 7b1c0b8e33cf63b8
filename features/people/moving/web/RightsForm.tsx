import { Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { FormError } from '#ui/controls/FormError.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { queries } from '#ui/queries.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { people } from '../../web/api.ts'
import { movingWords } from '../words.ts'
import { FormFoot } from './FormFoot.tsx'
import { isGrave, type RightsAct, type Standing } from './standing.ts'

interface RightsFormProps {
  act: RightsAct
  person: Standing
  close: () => void
  done: () => void
}

const calls = {
  administrator: people.makeAdministrator,
  noAdministrator: people.endAdministrator,
  secondFactor: people.resetSecondFactor,
  free: people.freeAddress,
} as const

/** Says what it means that somebody gains or loses a right, or an address is freed; then does it. */
export function RightsForm({ act, person, close, done }: RightsFormProps) {
  const words = useWords(movingWords)
  const shared = useWords(uiWords)
  const change = useMutation({
    ...calls[act].mutationOptions(),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: people.key() })
      close()
      done()
    },
  })
  const rules = { ...words.rules, ...words.rights.rules }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate({ id: person.id })
      }}
    >
      <Stack gap="md">
        <Text>{words.rights.text[act]}</Text>
        <FormError text={change.isError ? sentenceOf(change.error, shared, rules) : null} />
        <FormFoot act={words.rights.acts[act]} grave={isGrave(act)} pending={change.isPending} close={close} />
      </Stack>
    </form>
  )
}
