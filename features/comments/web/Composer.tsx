import { Button } from '@mantine/core'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { UnreadMention, useUnread, type Place } from '#features/writing/web/door.tsx'
import { AudienceLine } from '#ui/controls/AudienceLine.tsx'
import { sendWords, type Readers } from '#ui/controls/audience.ts'
import { FormError } from '#ui/controls/FormError.tsx'
import { fieldErrorsOf, sentenceOf, type RuleWords } from '#ui/errors.ts'
import { useMe } from '#ui/me.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { commentsWords } from '../words.ts'
import type { ShownPerson } from '#ui/controls/person.ts'
import classes from './Composer.module.css'
import { MentionField } from './MentionField.tsx'
import { asTokens, stillIn, without } from './useMentioning.ts'

interface ComposerProps {
  /** What it asks for: also its name for screen readers. */
  label: string
  /** Who will read; undefined while that is being asked. */
  readers: Readers | undefined
  /** Whom one can mention: who reads it. Null where that is no matter of a group. */
  place: Place | null
  /**
   * Resolves when it was taken; when it throws, the text stays and the reason stands below. `unread` is true where somebody is mentioned who
   * will not read it.
   */
  send: (text: string, unread: boolean) => Promise<unknown>
  /** Why it cannot be sent yet: stands in place of the line about the readers. */
  unaddressed?: string | undefined
  /** The feature's own sentences for its rules. */
  rules?: RuleWords
  /** Choices beside the text: for whom, in which group. */
  children?: ReactNode
  /** Shows only the field until somebody goes into it. */
  folds?: boolean
  lines?: number
  /** The field itself, for whoever puts the focus there. */
  field?: RefObject<HTMLTextAreaElement | null>
  /** What stands above the field: words that are quoted. */
  above?: ReactNode
  /** What Escape does. */
  leave?: () => void
  /** Takes the focus when the slide-over it stands in opens. */
  inFocus?: boolean
}

const sendKeys = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ Enter' : 'Ctrl+Enter'

/** Where one writes to others. It always says who will read: by its edge, in a line and on its button. */
export function Composer({
  label,
  readers,
  place,
  send,
  unaddressed,
  rules,
  children,
  folds = false,
  lines = 1,
  inFocus = false,
  above,
  leave,
  field: given,
}: ComposerProps) {
  const words = useWords(commentsWords)
  const shared = useWords(uiWords)
  const me = useMe()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<ShownPerson[]>([])
  const people = stillIn(text, chosen)
  const unread = useUnread(place ?? nowhere, people)
  const [sending, setSending] = useState(false)
  const [entered, setEntered] = useState(false)
  const [insisted, setInsisted] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const own = useRef<HTMLTextAreaElement>(null)
  const field = given ?? own
  const frame = useRef<HTMLFormElement>(null)
  useEffect(() => {
    // It is larger than the field was: what says who will read stands in view too.
    if (entered) frame.current?.scrollIntoView({ block: 'nearest' })
  }, [entered, unaddressed, readers?.audience])
  const choices = useRef<HTMLDivElement>(null)

  async function submit() {
    if (sending) return
    if (unaddressed) {
      setInsisted(unaddressed)
      return choices.current?.querySelector('input')?.focus()
    }
    if (!text.trim()) {
      setProblem(words.writeFirst)
      return field.current?.focus()
    }
    if (unread.open.length > 0) return setProblem(words.decideFirst)
    setSending(true)
    setProblem(null)
    try {
      await send(asTokens(text, people), unread.known)
      setText('')
      setChosen([])
      unread.forget()
    } catch (error) {
      const [field] = Object.values(fieldErrorsOf(error, shared, rules))
      setProblem(field ?? sentenceOf(error, shared, rules))
    } finally {
      setSending(false)
    }
  }

  // Nobody reads what is for nobody yet.
  const shown = unaddressed ? undefined : readers
  const open = !folds || entered || text !== '' || problem !== null

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && leave && text === '') {
      // It closes this, and not the page that it stands in.
      event.stopPropagation()
      return leave()
    }
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void submit()
  }

  return (
    <form
      ref={frame}
      className={`${classes.frame} ${edgeOf(shown)}`}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {above}
      <MentionField
        field={field}
        place={place}
        text={text}
        people={chosen}
        change={(next, mentioned) => {
          setText(next)
          setChosen(mentioned)
          setProblem(null)
        }}
        variant="unstyled"
        classNames={{ input: classes.input ?? '' }}
        aria-label={label}
        placeholder={label}
        readOnly={sending}
        minRows={lines}
        data-autofocus={inFocus || undefined}
        onFocus={() => setEntered(true)}
        onKeyDown={onKeyDown}
      />
      {open && <div ref={choices}>{children}</div>}
      {unread.open.map((person) => (
        <UnreadMention
          key={person.id}
          person={person}
          takeOut={() => setText(without(text, person))}
          keep={() => unread.keep(person.id)}
        />
      ))}
      {problem && (
        <div className={classes.problem}>
          <FormError text={problem} />
        </div>
      )}
      {open && (
        <div className={classes.foot}>
          <div className={classes.readers}>
            {unaddressed ? (
              <span role="status" className={insisted === unaddressed ? classes.insisted : undefined}>
                {unaddressed}
              </span>
            ) : (
              shown && <AudienceLine {...shown} />
            )}
          </div>
          <Button type="submit" size="xs" loading={sending} title={words.sendBy({ keys: sendKeys })}>
            {sendWords(shown ?? { audience: 'everyone', companies: [], colleagues: 0 }, shared, me.kind)}
          </Button>
        </div>
      )}
    </form>
  )
}

/** Below a task between two nobody else is mentioned. */
const nowhere: Place = { groupId: null, tool: 'tasks', audience: 'everyone' }

function edgeOf(readers: Readers | undefined): string {
  if (readers?.audience === 'team') return classes.team ?? ''
  return readers && readers.companies.length > 0 ? (classes.outside ?? '') : ''
}
