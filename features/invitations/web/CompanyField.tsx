import { TextInput } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useWords } from '#ui/words/useWords.ts'
import { invitationsWords } from '../words.ts'
import { invitations } from './api.ts'

interface CompanyFieldProps {
  groupId: string
  /** The first address that was typed: it may say which company. */
  email: string | undefined
  value: string
  onChange: (company: string) => void
}

/** The company of the invited; left empty, the one that their address speaks for stands there in grey. */
export function CompanyField({ groupId, email, value, onChange }: CompanyFieldProps) {
  const words = useWords(invitationsWords)
  const known = useQuery(invitations.companyOf.queryOptions({ input: email ? { id: groupId, email } : skipToken }))
  return (
    <TextInput
      label={words.company}
      description={words.companyHint}
      placeholder={known.data?.company ?? ''}
      maxLength={120}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
