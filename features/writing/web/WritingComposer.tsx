import { Button } from '@mantine/core'
import type { JSONContent } from '@tiptap/core'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { AudienceLine } from '#ui/controls/AudienceLine.tsx'
import { sendWords, type Readers } from '#ui/controls/audience.ts'
import { FormError } from '#ui/controls/FormError.tsx'
import { fieldErrorsOf, sentenceOf, type RuleWords } from '#ui/errors.ts'
import { useMe } from '#ui/me.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { writingWords } from '../words.ts'
import type { Place } from './place.ts'
import { UnreadMention } from './UnreadMention.tsx'
import { useDraft } from './useDraft.ts'
import { useUnread } from './useUnread.ts'
import { lines as ofText, nothing, said, type Acts, type Value } from './value.ts'
import classes from './WritingComposer.module.css'
import { WritingField } from './WritingField.tsx'

/** What was written, as a request says it. */
export type Sent = ReturnType<typeof said> & { unread: boolean }

interface WritingComposerProps {
  /** What it asks for: also its name for screen readers. */
  label: string
  place: Place
  /** Who will read; undefined while that is being asked. */
  readers: Readers | undefined
  /** Resolves when it was taken; when it throws, what was written stays and the reason stands below. */
  send: (sent: Sent) => Promise<unknown>
  /** Why it cannot be sent yet: stands in place of the line about the readers. */
  unaddressed?: string | undefined
  rules?: RuleWords
  /** Choices beside the text: for whom, in which group. */
  children?: ReactNode
  /** Shows only the field until somebody goes into it. */
  folds?: boolean
  lines?: number
  inFocus?: boolean
  /** Something written before, to be changed: with its looks, and as lines. */
  initial?: { content: JSONContent; text: string }
  /** What the button says where nothing is sent to anybody anew. */
  done?: string
  /** Keeps what is being written, and brings back what was begun. */
  keeps?: boolean
  /** Beside the button: the way out of it. */
  beside?: ReactNode
}

const sendKeys = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ Enter' : 'Ctrl+Enter'

/** Where one writes to others with all looks that a text can have. It always says who will read: by its edge, in a line and on its button. */
export function WritingComposer(props: WritingComposerProps) {
  const { label, place, readers, send, unaddressed, rules, children, folds = false, lines = 1, inFocus = false } = props
  const { initial, done, beside, keeps = false } = props
  const words = useWords(writingWords)
  const shared = useWords(uiWords)
  const me = useMe()
  const [value, setValue] = useState<Value>(initial ? ofText(initial.text) : nothing)
  const [sending, setSending] = useState(false)
  const [entered, setEntered] = useState(false)
  const [insisted, setInsisted] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const acts = useRef<Acts | null>(null)
  const frame = useRef<HTMLFormElement>(null)
  const choices = useRef<HTMLDivElement>(null)
  const unread = useUnread(place, value.people)
  const draft = useDraft(keeps && !unaddressed ? place : null, value)
  useEffect(() => {
    // It is larger than the field was: what says who will read stands in view too.
    if (entered) frame.current?.scrollIntoView({ block: 'nearest' })
  }, [entered, unaddressed, readers?.audience])

  async function submit() {
    if (sending) return
    if (unaddressed) {
      setInsisted(unaddressed)
      return choices.current?.querySelector('input')?.focus()
    }
    if (value.empty) {
      setProblem(words.writeFirst)
      return acts.current?.focus()
    }
    if (value.waits) return setProblem(words.picture.wait)
    if (unread.open.length > 0) return setProblem(words.decideFirst)
    setSending(true)
    setProblem(null)
    try {
      await send({ ...said(value), unread: unread.known })
      draft.sent()
      acts.current?.clear()
      unread.forget()
    } catch (error) {
      const sentences = { ...words.rules, ...rules }
      const [field] = Object.values(fieldErrorsOf(error, shared, sentences))
      setProblem(field ?? sentenceOf(error, shared, sentences))
    } finally {
      setSending(false)
    }
  }

  // Nobody reads what is for nobody yet.
  const shown = unaddressed ? undefined : readers
  const open = !folds || entered || draft.begun !== null || !value.empty || problem !== null

  return (
    <form
      ref={frame}
      className={`${classes.frame} ${edgeOf(shown)}`}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <WritingField
        key={draft.begun?.key}
        label={label}
        place={place}
        value={value}
        initial={initial?.content ?? draft.begun?.content}
        lines={lines}
        inFocus={inFocus || (draft.begun !== null && entered)}
        readOnly={sending}
        onChange={(next) => {
          setValue(next)
          draft.keep(next)
          setProblem(null)
        }}
        onEnter={() => setEntered(true)}
        send={() => void submit()}
        handle={(given) => {
          acts.current = given
        }}
      />
      {open && <div ref={choices}>{children}</div>}
      {unread.open.map((person) => (
        <UnreadMention
          key={person.id}
          person={person}
          takeOut={() => acts.current?.takeOut(person.id)}
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
          {draft.saved && (
            <span role="status" className={classes.saved}>
              {words.draftSaved}
            </span>
          )}
          <div className={classes.acts}>
            {beside}
            <Button type="submit" size="xs" loading={sending} title={words.sendBy({ keys: sendKeys })}>
              {done ?? sendWords(shown ?? { audience: 'everyone', companies: [], colleagues: 0 }, shared, me.kind)}
            </Button>
          </div>
        </div>
      )}
    </form>
  )
}

function edgeOf(readers: Readers | undefined): string {
  if (readers?.audience === 'team') return classes.team ?? ''
  return readers && readers.companies.length > 0 ? (classes.outside ?? '') : ''
}
