import { Button, Textarea } from '@mantine/core'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { AudienceLine } from '#ui/controls/AudienceLine.tsx'
import { sendWords, type Readers } from '#ui/controls/audience.ts'
import { FormError } from '#ui/controls/FormError.tsx'
import { fieldErrorsOf, sentenceOf, type RuleWords } from '#ui/errors.ts'
import { uiWords } from '#ui/words.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import { commentsWords } from '../words.ts'
import classes from './Composer.module.css'

interface ComposerProps {
  /** What it asks for: also its name for screen readers. */
  label: string
  /** Who will read; undefined while that is being asked, or while it is not chosen for whom. */
  readers: Readers | undefined
  /** Resolves when it was taken; when it throws, the text stays and the reason stands below. */
  send: (text: string) => Promise<unknown>
  /** Stands where the line about the readers would, while there are none to name. */
  unaddressed?: string
  /** The feature's own sentences for its rules. */
  rules?: RuleWords
  /** Choices beside the text: for whom, in which group. */
  children?: ReactNode
  lines?: number
  autoFocus?: boolean
}

const sendKeys = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ Enter' : 'Ctrl+Enter'

/** Where one writes to others. It always says who will read: by its edge, in a line and on its button. */
export function Composer({ label, readers, send, unaddressed, rules, children, lines = 1, autoFocus = false }: ComposerProps) {
  const words = useWords(commentsWords)
  const shared = useWords(uiWords)
  const { language } = useLanguage()
  const [text, setText] = useState('')
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)

  async function submit() {
    if (sending) return
    const missing = readers ? (text.trim() ? null : words.writeFirst) : (unaddressed ?? null)
    if (missing || !readers) {
      setProblem(missing)
      return field.current?.focus()
    }
    setSending(true)
    setProblem(null)
    try {
      await send(text)
      setText('')
    } catch (error) {
      const [field] = Object.values(fieldErrorsOf(error, shared, rules))
      setProblem(field ?? sentenceOf(error, shared, rules))
    } finally {
      setSending(false)
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void submit()
  }

  return (
    <form
      className={`${classes.frame} ${edgeOf(readers)}`}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {children}
      <Textarea
        ref={field}
        variant="unstyled"
        classNames={{ input: classes.input ?? '' }}
        aria-label={label}
        placeholder={label}
        value={text}
        minRows={lines}
        data-autofocus={autoFocus || undefined}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {problem && (
        <div className={classes.problem}>
          <FormError text={problem} />
        </div>
      )}
      <div className={classes.foot}>
        <div className={classes.readers}>{readers ? <AudienceLine {...readers} /> : unaddressed}</div>
        <Button type="submit" size="xs" loading={sending} title={words.sendBy({ keys: sendKeys })}>
          {sendWords(readers ?? { audience: 'everyone', companies: [], colleagues: 0 }, shared, language)}
        </Button>
      </div>
    </form>
  )
}

function edgeOf(readers: Readers | undefined): string {
  if (readers?.audience === 'team') return classes.team ?? ''
  return readers && readers.companies.length > 0 ? (classes.outside ?? '') : ''
}
