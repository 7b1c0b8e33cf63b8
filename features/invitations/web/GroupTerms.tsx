import { Select } from '@mantine/core'
import { useMe } from '#ui/me.ts'
import { useWords } from '#ui/words/useWords.ts'
import { invitationsWords } from '../words.ts'
import { AccessFields, accessSaid, type Access } from './AccessFields.tsx'
import { CompanyField } from './CompanyField.tsx'

/** What is said of those who are invited into a group, beside their addresses. */
export interface Said extends Access {
  company: string
  role: 'moderator' | 'member'
}

/** Nothing said: a member, for as long as they stay. */
export const nothingSaid: Said = { company: '', role: 'member', until: '', purpose: '' }

interface GroupTermsProps {
  group: { id: string; moderators: boolean; purpose: boolean; mostDays: number | null }
  /** What the server says of what was filled in. */
  wrong: Readonly<Record<string, string>>
  /** The first address that was typed. */
  email: string | undefined
  value: Said
  onChange: (said: Said) => void
}

/** The company, the role and the last day of those who are invited. People from outside say no company, and only keepers a role. */
export function GroupTerms({ group, email, value, onChange, wrong }: GroupTermsProps) {
  const words = useWords(invitationsWords)
  const { kind } = useMe()
  return (
    <>
      {kind === 'employee' && (
        <CompanyField
          groupId={group.id}
          email={email}
          value={value.company}
          onChange={(company) => onChange({ ...value, company })}
        />
      )}
      {group.moderators && (
        <Select
          label={words.role}
          description={words.roleHint}
          data={(['member', 'moderator'] as const).map((role) => ({ value: role, label: words.roles[role] }))}
          value={value.role}
          onChange={(role) => role && onChange({ ...value, role })}
          allowDeselect={false}
        />
      )}
      <AccessFields
        asked={group}
        wrong={wrong}
        value={value}
        onChange={(change) => onChange({ ...value, ...change })}
      />
    </>
  )
}

/** What goes to the server: what was said, and nothing of what was not. */
export const sayingOf = ({ company, role, ...access }: Said) => ({
  ...(company.trim() ? { company: company.trim() } : {}),
  ...(role === 'moderator' ? { role } : {}),
  ...accessSaid(access),
})
