import { useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import {
  ComposerFrame,
  DraftElsewhere,
  DraftSaved,
  composerInput,
  linkedInWords,
  useDraft,
  useFiles,
  useSending,
  useUnread,
  withoutLink,
  type Place,
} from '#features/writing/web/door.tsx'
import type { Readers } from '#ui/controls/audience.ts'
import type { ShownPerson } from '#ui/controls/person.ts'
import type { RuleWords } from '#ui/errors.ts'
import { useWords } from '#ui/words/useWords.ts'
import { commentsWords } from '../words.ts'
import type { CommentKeeping } from '../drafts/web/useCommentDraft.ts'
import { MentionField } from './MentionField.tsx'
import { asTokens, stillIn, without } from './useMentioning.ts'

/** What was written, as a request says it. */
export interface SentComment {
  text: string
  unread: boolean
  attachmentIds: string[]
  draft?: { id: string }
}

interface ComposerProps {
  /** What it asks for: also its name for screen readers. */
  label: string
  /** Who will read; undefined while that is being asked. */
  readers: Readers | undefined
  /** Where it will stand, and so whom one can mention. */
  place: Place
  /**
   * Resolves when it was taken; when it throws, the text stays and the reason stands below. `unread` is true where somebody is mentioned who
   * will not read it.
   */
  send: (sent: SentComment) => Promise<unknown>
  /** How it is kept until it is sent. */
  keeping: CommentKeeping
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

/** Where one writes a comment: plain lines, in which people can be mentioned. */
export function Composer(props: ComposerProps) {
  const { label, readers, place, send, unaddressed, rules, children, folds = false, lines = 1, inFocus = false } = props
  const { above, leave, field: given, keeping } = props
  const words = useWords(commentsWords)
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<ShownPerson[]>([])
  const [entered, setEntered] = useState(false)
  const people = stillIn(text, chosen)
  const unread = useUnread(place, people, linkedInWords(text))
  const files = useFiles()
  const draft = useDraft({
    calls: keeping.calls,
    body: { text: asTokens(text, people), attachmentIds: files.ids, beside: keeping.beside },
    empty: text.trim() === '' && files.ids.length === 0,
    bring(kept) {
      keeping.bring(kept)
      setText(kept?.text ?? '')
      setChosen(kept?.mentions.map(({ person }) => person) ?? [])
      files.bring(kept?.attachments ?? [])
    },
  })
  const own = useRef<HTMLTextAreaElement>(null)
  const field = given ?? own
  const around = useRef<HTMLDivElement>(null)
  const sending = useSending({
    unaddressed,
    choices: around,
    unread,
    rules,
    missing() {
      if (text.trim() || files.held.length > 0) return files.missing()
      field.current?.focus()
      return words.writeFirst
    },
    async send(knowing) {
      const was = await draft.sending()
      const sent = { text: asTokens(text, people), unread: knowing, attachmentIds: files.ids }
      await send({ ...sent, ...(was ? { draft: was } : {}) }).catch((error: unknown) => {
        draft.sent(false)
        throw error
      })
      draft.sent(true)
      files.clear()
      setText('')
      setChosen([])
    },
  })

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && leave && text === '' && files.held.length === 0) {
      // It closes this, and not the page that it stands in.
      event.stopPropagation()
      return leave()
    }
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    sending.submit()
  }

  return (
    <ComposerFrame
      sending={sending}
      readers={readers}
      unaddressed={unaddressed}
      unread={unread}
      takeOut={(id) => {
        const person = people.find((one) => one.id === id)
        setText(person ? without(text, person) : withoutLink(text, id))
        sending.changed()
      }}
      open={!folds || entered || text !== '' || files.held.length > 0 || sending.problem !== null}
      entered={entered}
      above={above}
      elsewhere={draft.other && <DraftElsewhere {...draft.other} />}
      said={draft.saved && <DraftSaved />}
      choices={children}
      around={around}
      files={files}
      field={
        <MentionField
          field={field}
          place={place}
          text={text}
          people={chosen}
          change={(next, mentioned) => {
            setText(next)
            setChosen(mentioned)
            sending.changed()
          }}
          variant="unstyled"
          classNames={{ input: composerInput }}
          aria-label={label}
          placeholder={label}
          readOnly={sending.sending}
          minRows={lines}
          data-autofocus={inFocus || undefined}
          onFocus={() => setEntered(true)}
          onKeyDown={onKeyDown}
        />
      }
    />
  )
}
