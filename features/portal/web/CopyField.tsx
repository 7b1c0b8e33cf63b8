import { Button, TextInput } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useWords } from '#ui/words/useWords.ts'
import { portalWords } from '../words.ts'
import classes from './CopyField.module.css'

/** A text to take along: read, selected or copied, never changed. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const words = useWords(portalWords).copy
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    field.current?.select()
    // Without https a browser keeps its clipboard to itself; the text is selected then, for Ctrl+C.
    await navigator.clipboard?.writeText(value).then(
      () => setCopied(true),
      () => undefined,
    )
  }
  const Mark = copied ? IconCheck : IconCopy
  return (
    <div className={classes.row}>
      <TextInput
        ref={field}
        label={label}
        value={value}
        readOnly
        className={classes.field}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button variant="default" leftSection={<Mark size={16} aria-hidden />} onClick={() => void copy()}>
        <span aria-live="polite">{copied ? words.done : words.act}</span>
      </Button>
    </div>
  )
}
