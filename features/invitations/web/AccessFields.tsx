import { TextInput } from '@mantine/core'
import { useWords } from '#ui/words/useWords.ts'
import { invitationsWords } from '../words.ts'

/** What whoever comes is let in for, and until when. */
export interface Access {
  purpose: string
  /** The last day as `2027-05-03`; empty for none. */
  until: string
}

interface AccessFieldsProps {
  /** What the portal asks for. */
  asked: { purpose: boolean; mostDays: number | null }
  wrong: Readonly<Record<string, string>>
  value: Access
  onChange: (change: Partial<Access>) => void
}

/** The last day and the purpose (INV-11), marked where the portal asks for them. */
export function AccessFields({ asked, wrong, value, onChange }: AccessFieldsProps) {
  const words = useWords(invitationsWords)
  return (
    <>
      <TextInput
        type="date"
        label={words.until}
        description={asked.mostDays === null ? words.untilHint : words.untilMost(asked.mostDays)}
        min={dayAhead(1)}
        {...(asked.mostDays === null ? {} : { max: dayAhead(asked.mostDays), withAsterisk: true })}
        error={wrong.accessUntil}
        value={value.until}
        onChange={(event) => onChange({ until: event.currentTarget.value })}
      />
      <TextInput
        label={words.purpose}
        description={words.purposeHint}
        maxLength={500}
        withAsterisk={asked.purpose}
        value={value.purpose}
        onChange={(event) => onChange({ purpose: event.currentTarget.value })}
        error={wrong.purpose}
      />
    </>
  )
}

/** What the portal asks for and was not said, by its field. */
export const missingIn = (
  { purpose, until }: Access,
  asked: AccessFieldsProps['asked'] | undefined,
  sentence: string,
): Record<string, string> => ({
  ...(asked?.purpose && !purpose.trim() ? { purpose: sentence } : {}),
  ...(asked && asked.mostDays !== null && !until ? { accessUntil: sentence } : {}),
})

/** What of it goes to the server: what was said, and nothing of what was not. */
export const accessSaid = ({ until, purpose }: Access) => ({
  ...(until ? { accessUntil: until } : {}),
  ...(purpose.trim() ? { purpose: purpose.trim() } : {}),
})

const dayAhead = (days: number): string =>
  new Intl.DateTimeFormat('en-CA', { dateStyle: 'short' }).format(new Date(Date.now() + days * 86_400_000))
