import { Button } from '@mantine/core'
import { useEffect, useRef, type ReactNode, type RefObject } from 'react'
import { AudienceLine } from '#ui/controls/AudienceLine.tsx'
import { sendWords, type Readers } from '#ui/controls/audience.ts'
import { FormError } from '#ui/controls/FormError.tsx'
import { useMe } from '#ui/me.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { AttachButton } from '../attachments/web/AttachButton.tsx'
import { HeldFiles } from '../attachments/web/HeldFiles.tsx'
import { useDropped } from '../attachments/web/useDropped.ts'
import type { Files } from '../attachments/web/useFiles.ts'
import { writingWords } from '../words.ts'
import classes from './ComposerFrame.module.css'
import { Unreached } from './Unreached.tsx'
import type { Sending } from './useSending.ts'
import type { useUnread } from './useUnread.ts'

interface ComposerFrameProps {
  sending: Sending
  /** Who will read; undefined while that is being asked. */
  readers: Readers | undefined
  /** Why it cannot be sent yet: stands in place of the line about the readers. */
  unaddressed: string | undefined
  unread: ReturnType<typeof useUnread>
  /** Takes somebody who is mentioned, or what is linked, out of the text. */
  takeOut: (id: string) => void
  /** Shows all of it, not only the field. */
  open: boolean
  /** Somebody went into the field. */
  entered: boolean
  field: ReactNode
  /** Choices beside the text: for whom, in which group. */
  choices: ReactNode
  around: RefObject<HTMLDivElement | null>
  /** What stands above the field: words that are quoted. */
  above?: ReactNode
  /** What stands below it: the fields of what was added to the text. */
  below?: ReactNode
  /** Where that is chosen. */
  adds?: ReactNode
  /** What is said of it at the foot, now or at some time: then there is a place for it, and nothing moves away from under a finger. */
  said?: ReactNode
  /** Said where what was begun stands otherwise somewhere else by now. */
  elsewhere?: ReactNode
  /** Beside the button: the way out of it. */
  beside?: ReactNode
  files: Files
  /** What the button says where nothing is sent to anybody anew. */
  done?: string | undefined
}

/** How a field of plain words looks in it. */
export const composerInput = classes.input ?? ''

const sendKeys = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ Enter' : 'Ctrl+Enter'

/** What stands around the field wherever one writes to others. It always says who will read: by its edge, in a line and on its button. */
export function ComposerFrame(props: ComposerFrameProps) {
  const {
    sending,
    readers,
    unaddressed,
    unread,
    takeOut,
    open,
    entered,
    field,
    choices,
    around,
    above,
    below,
    adds,
    said,
    elsewhere,
    beside,
    files,
    done,
  } = props
  const words = useWords(writingWords)
  const shared = useWords(uiWords)
  const me = useMe()
  const frame = useRef<HTMLFormElement>(null)
  const dropped = useDropped(files)
  useEffect(() => {
    // It is larger than the field was: what says who will read stands in view too.
    if (entered) frame.current?.scrollIntoView({ block: 'nearest' })
  }, [entered, unaddressed, readers?.audience])
  // Nobody reads what is for nobody yet.
  const shown = unaddressed ? undefined : readers
  return (
    <form
      ref={frame}
      className={`${classes.frame} ${edgeOf(shown)} ${dropped.over ? classes.over : ''}`}
      {...dropped.handlers}
      onSubmit={(event) => {
        event.preventDefault()
        sending.submit()
      }}
    >
      {above}
      {field}
      {below}
      <HeldFiles files={files} />
      {open && <div ref={around}>{choices}</div>}
      <Unreached unread={unread} takeOut={takeOut} />
      {elsewhere}
      {sending.problem && (
        <div className={classes.problem}>
          <FormError text={sending.problem} />
          {sending.insist && (
            <Button size="compact-xs" variant="default" onClick={sending.insist}>
              {words.sendAnyway}
            </Button>
          )}
        </div>
      )}
      {open && adds && (
        <div className={classes.adds}>
          <AttachButton files={files} named />
          {adds}
        </div>
      )}
      {open && (
        <div className={classes.foot}>
          <div className={classes.readers}>
            {unaddressed ? (
              <span role="status" className={sending.insisted ? classes.insisted : undefined}>
                {unaddressed}
              </span>
            ) : (
              shown && <AudienceLine {...shown} />
            )}
            {said !== undefined && <div className={classes.said}>{said}</div>}
          </div>
          <div className={classes.acts}>
            {!adds && <AttachButton files={files} />}
            {beside}
            <Button
              type="submit"
              size="xs"
              className={classes.send ?? ''}
              classNames={{ label: classes.sendLabel ?? '' }}
              loading={sending.sending}
              title={words.sendBy({ keys: sendKeys })}
            >
              {done ?? sendWords(shown ?? { audience: 'everyone', companies: [], colleagues: 0 }, shared, me.kind)}
            </Button>
          </div>
        </div>
      )}
      {dropped.over && (
        <div className={classes.drop} role="status">
          {words.files.drop}
        </div>
      )}
    </form>
  )
}

function edgeOf(readers: Readers | undefined): string {
  if (readers?.audience === 'team') return classes.team ?? ''
  return readers && readers.companies.length > 0 ? (classes.outside ?? '') : ''
}
