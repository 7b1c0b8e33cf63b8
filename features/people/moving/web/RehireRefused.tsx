import { Stack, Text, TextInput } from '@mantine/core'
import { ORPCError } from '@orpc/client'
import { useState } from 'react'
import { Dialog } from '#ui/controls/Dialog.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { fieldErrorsOf, sentenceOf } from '#ui/errors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { useRehire } from '../../web/useRehire.ts'
import { movingWords } from '../words.ts'
import { FormFoot } from './FormFoot.tsx'

/** Says why somebody could not be hired again: the licence has no place left; or asks for an address, where theirs was freed. */
export function RehireRefused({ rehire }: { rehire: ReturnType<typeof useRehire> }) {
  const words = useWords(movingWords)
  const shared = useWords(uiWords)
  const { error, variables, reset } = rehire
  const asksForAddress = error instanceof ORPCError && error.code === 'ADDRESS_NEEDED'
  const id = asksForAddress || variables?.email !== undefined ? variables?.id : undefined
  const rules = { ...words.rules, ...words.rights.rules }
  return (
    <Dialog opened={error !== null || (id !== undefined && rehire.isPending)} close={reset} title={words.acts.rehire}>
      {id ? <NewAddress id={id} rehire={rehire} /> : <FormError text={error && sentenceOf(error, shared, rules)} />}
    </Dialog>
  )
}

function NewAddress({ id, rehire }: { id: string; rehire: ReturnType<typeof useRehire> }) {
  const words = useWords(movingWords)
  const shared = useWords(uiWords)
  const { newAddress: own, rules: rightsRules } = words.rights
  const [email, setEmail] = useState('')
  const rules = {
    ...words.rules,
    ...rightsRules,
    'Somebody here has this address already.': own.taken,
    'Invalid e-mail address.': own.wrong,
  }
  const refused = rehire.error && rehire.variables?.email !== undefined
  const fields = fieldErrorsOf(rehire.error, shared, rules)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        rehire.mutate({ id, email })
      }}
    >
      <Stack gap="md">
        <Text>{own.text}</Text>
        <FormError text={refused && !fields.email ? sentenceOf(rehire.error, shared, rules) : null} />
        <TextInput
          label={own.label}
          type="email"
          value={email}
          onChange={({ currentTarget }) => setEmail(currentTarget.value)}
          error={fields.email}
          required
          withAsterisk={false}
          data-autofocus
        />
        <FormFoot act={words.acts.rehire} grave={false} pending={rehire.isPending} close={rehire.reset} />
      </Stack>
    </form>
  )
}
