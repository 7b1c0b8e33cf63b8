import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FormError } from '#ui/controls/FormError.tsx'
import { fieldErrorsOf, sentenceOf } from '#ui/errors.ts'
import { queries } from '#ui/queries.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { people } from '../../web/api.ts'
import type { Company } from '../contract.ts'
import { companiesWords } from '../words.ts'
import { CompanyField, type ChosenCompany } from './CompanyField.tsx'

interface MergeFormProps {
  company: Company
  close: () => void
  done: (sentence: string) => void
}

/** Makes a company one with another that stays. */
export function MergeForm({ company, close, done }: MergeFormProps) {
  const words = useWords(companiesWords)
  const shared = useWords(uiWords)
  const [into, setInto] = useState<ChosenCompany | null>(null)
  const [tried, setTried] = useState(false)
  const merge = useMutation({
    ...people.companies.merge.mutationOptions(),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: people.key() })
      close()
      done(words.merged({ name: company.name }))
    },
  })
  const fields = fieldErrorsOf(merge.error, shared, words.rules)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (into) merge.mutate({ id: company.id, companyId: into.id })
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{words.mergeText({ name: company.name })}</Text>
        <FormError
          text={merge.isError && Object.keys(fields).length === 0 ? sentenceOf(merge.error, shared, words.rules) : null}
        />
        <CompanyField
          label={words.mergeInto}
          value={into}
          onChange={setInto}
          besides={company.id}
          known
          error={fields.companyId ?? (tried && !into ? words.mergeChoose : undefined)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {words.cancel}
          </Button>
          <Button type="submit" color="red" loading={merge.isPending}>
            {words.merge}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
