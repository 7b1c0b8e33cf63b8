import { Select, TextInput } from '@mantine/core'
import { useMe } from '#ui/me.ts'
import { useWords } from '#ui/words/useWords.ts'
import { invitationsWords } from '../words.ts'
import { CompanyField } from './CompanyField.tsx'

/** What is said of those who are invited into a group, beside their addresses. */
export interface Said {
  company: string
  role: 'moderator' | 'member'
  /** The last day as `2027-05-03`; empty for none. */
  until: string
  purpose: string
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
      <TextInput
        type="date"
        label={words.until}
        description={group.mostDays === null ? words.untilHint : words.untilMost(group.mostDays)}
        min={dayAhead(1)}
        {...(group.mostDays === null ? {} : { max: dayAhead(group.mostDays), withAsterisk: true })}
        error={wrong.accessUntil}
        value={value.until}
        onChange={(event) => onChange({ ...value, until: event.currentTarget.value })}
      />
      <TextInput
        label={words.purpose}
        description={words.purposeHint}
        maxLength={500}
        withAsterisk={group.purpose}
        value={value.purpose}
        onChange={(event) => onChange({ ...value, purpose: event.currentTarget.value })}
        error={wrong.purpose}
      />
    </>
  )
}

/** What the portal asks for and was not said, by its field. */
export const missingIn = (
  { purpose, until }: Said,
  asked: { purpose: boolean; mostDays: number | null } | undefined,
  sentence: string,
): Record<string, string> => ({
  ...(asked?.purpose && !purpose.trim() ? { purpose: sentence } : {}),
  ...(asked && asked.mostDays !== null && !until ? { accessUntil: sentence } : {}),
})

/** What goes to the server: what was said, and nothing of what was not. */
export const sayingOf = ({ company, role, until, purpose }: Said) => ({
  ...(company.trim() ? { company: company.trim() } : {}),
  ...(role === 'moderator' ? { role } : {}),
  ...(until ? { accessUntil: until } : {}),
  ...(purpose.trim() ? { purpose: purpose.trim() } : {}),
})

const dayAhead = (days: number): string =>
  new Intl.DateTimeFormat('en-CA', { dateStyle: 'short' }).format(new Date(Date.now() + days * 86_400_000))
