import type { JSONContent } from '@tiptap/core'
import { useRef, useState, type ReactNode } from 'react'
import type { Readers } from '#ui/controls/audience.ts'
import type { RuleWords } from '#ui/errors.ts'
import { useWords } from '#ui/words/useWords.ts'
import { writingWords } from '../words.ts'
import { ComposerFrame } from './ComposerFrame.tsx'
import classes from './ComposerFrame.module.css'
import type { Place } from './place.ts'
import { useDraft } from './useDraft.ts'
import { useSending } from './useSending.ts'
import { useFiles } from '../attachments/web/useFiles.ts'
import type { Attachment } from '../contract.ts'
import { useBringing } from './useBringing.ts'
import { useUnread } from './useUnread.ts'
import { lines as ofText, nothing, said, type Acts, type Value } from './value.ts'
import { WritingField } from './WritingField.tsx'

/** What was written, as a request says it. */
export type Sent = ReturnType<typeof said> & { attachmentIds: string[]; unread: boolean }

/** What is added to the text. */
interface Beside {
  /** The row in which that is chosen, and the fields of what was. */
  row: ReactNode
  fields: readonly ReactNode[]
  /** Whether it says enough without a text. */
  speaks: boolean
  /** Why it cannot be sent yet, in a sentence. */
  missing: () => string | null
  /** Another one whenever something of it changes. */
  state: unknown
}

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
  /** Something written before, to be changed: with its looks, as lines, and its files. */
  initial?: { content: JSONContent; text: string; attachments: Attachment[] }
  /** What the button says where nothing is sent to anybody anew. */
  done?: string
  /** Keeps what is being written, and brings back what was begun. */
  keeps?: boolean
  /** Beside the button: the way out of it. */
  beside?: ReactNode
  additions?: Beside
}

/** Where one writes to others with all looks that a text can have. */
export function WritingComposer(props: WritingComposerProps) {
  const { label, place, readers, send, unaddressed, rules, children, folds = false, lines = 1, inFocus = false } = props
  const { initial, done, beside, keeps = false, additions } = props
  const words = useWords(writingWords)
  const [value, setValue] = useState<Value>(initial ? ofText(initial.text) : nothing)
  const [entered, setEntered] = useState(false)
  const acts = useRef<Acts | null>(null)
  const unread = useUnread(place, value.people, value.linkIds)
  const files = useFiles(initial?.attachments)
  const whole = { ...value, attachmentIds: files.ids }
  const draft = useDraft(keeps && !unaddressed ? place : null, whole)
  useBringing(draft, files, whole)
  const around = useRef<HTMLDivElement>(null)
  const sending = useSending({
    unaddressed,
    choices: around,
    unread,
    rules,
    missing() {
      if (value.empty && !additions?.speaks && files.held.length === 0) {
        acts.current?.focus()
        return words.writeFirst
      }
      return additions?.missing() ?? (value.waits ? words.picture.wait : files.missing())
    },
    async send() {
      await send({ ...said(value), attachmentIds: files.ids, unread: unread.known })
      draft.sent()
      acts.current?.clear()
      files.clear()
    },
  })

  const [seen, setSeen] = useState(additions?.state)
  if (seen !== additions?.state) {
    setSeen(additions?.state)
    sending.changed()
  }
  const added = additions?.fields ?? []
  const begun = draft.begun !== null || !value.empty || added.length > 0

  return (
    <ComposerFrame
      sending={sending}
      readers={readers}
      unaddressed={unaddressed}
      unread={unread}
      takeOut={(id) => acts.current?.takeOut(id)}
      open={!folds || entered || begun || files.held.length > 0 || sending.problem !== null}
      entered={entered}
      choices={children}
      around={around}
      said={
        draft.saved && (
          <span role="status" className={classes.saved}>
            {words.draftSaved}
          </span>
        )
      }
      beside={beside}
      done={done}
      adds={additions?.row}
      below={added}
      files={files}
      field={
        <WritingField
          key={draft.begun?.key}
          label={label}
          place={place}
          value={value}
          initial={initial?.content ?? draft.begun?.content}
          lines={lines}
          inFocus={inFocus || (draft.begun !== null && entered)}
          readOnly={sending.sending}
          onChange={(next) => {
            setValue(next)
            draft.keep({ ...next, attachmentIds: files.ids })
            sending.changed()
          }}
          onEnter={() => setEntered(true)}
          send={sending.submit}
          handle={(given) => {
            acts.current = given
          }}
        />
      }
    />
  )
}
