import { Pill, PillsInput } from '@mantine/core'
import { useId, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { useWords } from '#ui/words/useWords.ts'
import { invitationsWords } from '../words.ts'
import classes from './AddressField.module.css'
import { looksLikeNumber, takeAddresses, withAddresses } from '#ui/controls/addresses.ts'

interface AddressFieldProps {
  emails: readonly string[]
  onChange: (emails: string[]) => void
  /** Why an address cannot be taken, by the address. */
  wrong: Readonly<Record<string, string>>
  /** Asks for an address where none was given. */
  missing: string | null
  /** Whether mobile numbers are taken, too. */
  numbers: boolean
}

/** Takes e-mail addresses, and mobile numbers, one by one or pasted together; each that is wrong is marked, with its reason below. */
export function AddressField({ emails, onChange, wrong, missing, numbers }: AddressFieldProps) {
  const words = useWords(invitationsWords)
  const [typed, setTyped] = useState('')
  const reasons = useId()
  // A blank ends an address, and stands inside a number.
  const ends = (text: string) => /[,;]/.test(text) || (/\s/.test(text) && !looksLikeNumber(text))
  const marked = emails.filter((email) => wrong[email])
  const take = (text: string) => {
    onChange(withAddresses(emails, takeAddresses(text)))
    setTyped('')
  }
  const remove = (email: string) => onChange(emails.filter((each) => each !== email))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && typed.trim()) {
      event.preventDefault()
      take(typed)
    }
    if (event.key === 'Backspace' && !typed && emails.length > 0) onChange(emails.slice(0, -1))
  }
  // A field of one line would glue pasted lines together.
  const onPaste = (event: ClipboardEvent) => {
    event.preventDefault()
    take(typed + event.clipboardData.getData('text'))
  }
  return (
    <div>
      <PillsInput
        label={numbers ? words.byPhone.field : words.emails}
        description={numbers ? words.byPhone.fieldHint : words.emailsHint}
        error={marked.length > 0 || missing !== null}
        required
        classNames={{ input: classes.box }}
      >
        <Pill.Group>
          {emails.map((email) => (
            <Pill
              key={email}
              size="md"
              withRemoveButton
              onRemove={() => remove(email)}
              removeButtonProps={{ 'aria-label': words.remove({ email }), 'aria-hidden': false, tabIndex: 0 }}
              className={wrong[email] ? `${classes.pill} ${classes.wrong}` : classes.pill}
            >
              {email}
            </Pill>
          ))}
          <PillsInput.Field
            value={typed}
            inputMode="email"
            autoComplete="off"
            placeholder={emails.length === 0 ? words.emailsPrompt : ''}
            aria-describedby={reasons}
            aria-invalid={marked.length > 0 || missing !== null}
            className={classes.field}
            onChange={({ currentTarget: { value } }) => (ends(value) ? take(value) : setTyped(value))}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
            onBlur={() => typed.trim() && take(typed)}
            data-autofocus
          />
        </Pill.Group>
      </PillsInput>
      <div id={reasons} className={classes.reasons} role="status">
        {missing}
        {marked.map((email) => (
          <div key={email}>
            <span>{email}</span>: {wrong[email]}
          </div>
        ))}
      </div>
    </div>
  )
}
