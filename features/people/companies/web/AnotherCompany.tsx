import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '#ui/controls/Dialog.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { Named } from '#ui/controls/Named.tsx'
import type { ShownPerson } from '#ui/controls/person.ts'
import { useWords } from '#ui/words/useWords.ts'
import { companiesWords } from '../words.ts'
import { CompanyField, type ChosenCompany } from './CompanyField.tsx'

interface AnotherCompanyProps {
  /** Whom it is about; null closes it. */
  person: ShownPerson | null
  close: () => void
  give: (company: ChosenCompany) => void
  pending: boolean
  error: string | null
}

/** Chooses the company that somebody means by what they say, where it is called otherwise here. */
export function AnotherCompany({ person, close, give, pending, error }: AnotherCompanyProps) {
  const words = useWords(companiesWords)
  const [company, setCompany] = useState<ChosenCompany | null>(null)
  return (
    <Dialog opened={person !== null} close={close} title={words.saying.another}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (company) give(company)
        }}
      >
        <Stack gap="sm">
          <FormError text={error} />
          <CompanyField
            label={<Named person={person}>{words.saying.choose({ name: person?.name ?? '' })}</Named>}
            description={words.assign.hint}
            value={company}
            onChange={setCompany}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={pending} disabled={!company}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
