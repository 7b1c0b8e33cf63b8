import { Button, Text } from '@mantine/core'
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import { useFace } from '#ui/face.ts'
import { useWords } from '#ui/words/useWords.ts'
import { accountWords } from '../../words.ts'
import classes from './SecondFactor.module.css'

/** Recovery codes, shown this once: to be copied, or kept as a file. */
export function RecoveryCodes({ codes, done }: { codes: readonly string[]; done: () => void }) {
  const words = useWords(accountWords).secondFactor
  const portal = useFace().name
  const [copied, setCopied] = useState(false)
  const title = words.file({ portal })
  const text = `${title}\n\n${codes.join('\n')}\n`
  const address = useMemo(() => URL.createObjectURL(new Blob([text], { type: 'text/plain' })), [text])
  useEffect(() => () => URL.revokeObjectURL(address), [address])
  const copy = async () => {
    // Without https a browser keeps its clipboard to itself; the codes stand there to be selected.
    await navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => undefined,
    )
  }
  const Mark = copied ? IconCheck : IconCopy
  return (
    <div className={classes.steps} role="status">
      <Text fw={600}>{words.codes}</Text>
      <Text>{words.codesText}</Text>
      <ol className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className={classes.acts}>
        <Button variant="default" leftSection={<Mark size={16} aria-hidden />} onClick={() => void copy()}>
          {copied ? words.copied : words.copy}
        </Button>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          component="a"
          href={address}
          download={`${title}.txt`}
        >
          {words.download}
        </Button>
      </div>
      <Button onClick={done}>{words.kept}</Button>
    </div>
  )
}
