import type { JSONContent } from '@tiptap/core'
import { useRef, useState, type ReactNode } from 'react'
import type { Readers } from '#ui/controls/audience.ts'
import type { RuleWords } from '#ui/errors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { writingWords } from '../words.ts'
import { ComposerFrame } from './ComposerFrame.tsx'
import type { Place } from './place.ts'
import { DraftSaved } from '../drafts/web/DraftSaved.tsx'
import { DraftElsewhere } from '../drafts/web/DraftElsewhere.tsx'
import { useDraft, type DraftCalls } from '../drafts/web/useDraft.ts'
import { ofDraft, type DraftOfWriting } from '../drafts/web/ofDraft.ts'
import { useSending } from './useSending.ts'
import { inLines } from './tidy.ts'
import { useFiles } from '../attachments/web/useFiles.ts'
import type { Attachment, Doc } from '../contract.ts'
import { useUnread } from './useUnread.ts'
import { lines as ofText, nothing, said, type Acts, type Value } from './value.ts'
import { WritingField } from './WritingField.tsx'

/** What was written, as a request says it. */
export type Sent = ReturnType<typeof said> & { attachmentIds: string[]; unread: boolean; draft?: { id: string } }

/** How what is written is kept until it is sent, with what stands beside it. */
export interface Keeping<Draft extends DraftOfWriting, Beside> {
  calls: DraftCalls<Draft, { document?: Doc; text?: string; attachmentIds: string[]; beside: Beside }>
  beside: Beside
  /** Nothing is chosen beside the words. */
  bare: boolean
  /** Puts back what stood beside them; null takes it away. */
  bring: (draft: Draft | null) => void
}

/** What is added to the text. */
interface Additions {
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

interface WritingComposerProps<Draft extends DraftOfWriting, Beside> {
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
  /** Something written before, to be changed: with its looks, as lines, its files, and whom and what it named: of that it is decided who is told. */
  initial?: { content: JSONContent; text: string; attachments: Attachment[]; decided: string[] }
  /** What the button says where nothing is sent to anybody anew. */
  done?: string
  /** Keeps what is being written, and brings back what was begun. */
  keeping?: Keeping<Draft, Beside>
  /** Beside the button: the way out of it. */
  beside?: ReactNode
  additions?: Additions
}

/** Where one writes to others with all looks that a text can have. */
export function WritingComposer<Draft extends DraftOfWriting, Beside = object>(
  props: WritingComposerProps<Draft, Beside>,
) {
  const { label, place, readers, send, unaddressed, rules, children, folds = false, lines = 1, inFocus = false } = props
  const { initial, done, beside, keeping, additions } = props
  const words = useWords(writingWords)
  const shared = useWords(uiWords)
  const [begun, setBegun] = useState<{ key: string; content: JSONContent; focus: boolean } | null>(null)
  const [value, setValue] = useState<Value>(() =>
    initial ? ofText(inLines(initial.content) ?? initial.text) : nothing,
  )
  const [entered, setEntered] = useState(false)
  const acts = useRef<Acts | null>(null)
  const unread = useUnread(place, value.people, value.linkIds, initial?.decided)
  const files = useFiles(initial?.attachments)
  const around = useRef<HTMLDivElement>(null)
  const draft = useDraft({
    calls: keeping?.calls ?? null,
    body: { ...said(value), attachmentIds: files.ids, beside: keeping?.beside as Beside },
    empty: value.empty && files.ids.length === 0 && keeping?.bare !== false,
    bring(kept) {
      keeping?.bring(kept)
      files.bring(kept?.attachments ?? [])
      const unknown = { person: shared.formerParticipant, group: words.someGroup }
      const brought = kept && ofDraft(kept, unknown)
      // It stays where somebody is writing, and goes nowhere else.
      const focus = around.current?.closest('form')?.contains(document.activeElement) ?? false
      setBegun(brought && { key: kept.version, content: brought.content, focus })
      if (!brought) acts.current?.clear()
      setValue(brought?.value ?? { ...nothing })
    },
  })
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
    async send(knowing) {
      const was = await draft.sending()
      const sent = { ...said(value), attachmentIds: files.ids, unread: knowing, ...(was ? { draft: was } : {}) }
      await send(sent).catch((error: unknown) => {
        draft.sent(false)
        throw error
      })
      draft.sent(true)
      setBegun(null)
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
  const filled = begun !== null || !value.empty || added.length > 0 || keeping?.bare === false

  return (
    <ComposerFrame
      sending={sending}
      readers={readers}
      unaddressed={unaddressed}
      unread={unread}
      takeOut={(id) => acts.current?.takeOut(id)}
      open={!folds || entered || filled || files.held.length > 0 || sending.problem !== null}
      entered={entered}
      choices={children}
      around={around}
      said={keeping && draft.saved && <DraftSaved />}
      elsewhere={draft.other && <DraftElsewhere {...draft.other} />}
      beside={beside}
      done={done}
      adds={additions?.row}
      below={added}
      files={files}
      field={
        <WritingField
          key={begun?.key}
          label={label}
          place={place}
          value={value}
          initial={initial?.content ?? begun?.content}
          lines={lines}
          inFocus={begun ? begun.focus : inFocus}
          readOnly={sending.sending}
          onChange={(next) => {
            setValue(next)
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
