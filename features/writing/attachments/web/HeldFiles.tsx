import { ActionIcon, Progress } from '@mantine/core'
import { IconRefresh, IconX } from '@tabler/icons-react'
import { FormError } from '#ui/controls/FormError.tsx'
import { sizeOf } from '#ui/words/size.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import { writingWords } from '../../words.ts'
import { addressOfPreview } from './addresses.ts'
import classes from './Attachments.module.css'
import { FileIcon } from './FileIcon.tsx'
import type { Held } from './held.ts'
import type { Files } from './useFiles.ts'

/** The files of what is being written: how far each is, and the ways out of it. */
export function HeldFiles({ files }: { files: Files }) {
  const words = useWords(writingWords)
  const { problem } = files
  if (files.held.length === 0 && !problem) return null
  return (
    <>
      <ul className={classes.rows} aria-label={words.files.title}>
        {files.held.map((held) => (
          <HeldFile key={held.key} held={held} files={files} />
        ))}
      </ul>
      <FormError text={problem} />
    </>
  )
}

function HeldFile({ held, files }: { held: Held; files: Files }) {
  const words = useWords(writingWords)
  const { language } = useLanguage()
  const { name, size, attachment, percent, problem } = held
  const [out, again] = [words.files.takeOut({ name }), words.files.again({ name })]
  return (
    <li className={problem ? `${classes.row} ${classes.failed}` : classes.row}>
      <Sign held={held} />
      <span className={classes.name}>
        <span title={name}>
          <bdi>{name}</bdi>
        </span>
        {problem ? (
          <span role="alert" className={classes.why}>
            {problem}
          </span>
        ) : (
          <span className={classes.size}>{sizeOf(size, language)}</span>
        )}
        {!attachment && !problem && (
          <Progress value={percent} size="xs" animated={percent === 100} aria-label={words.files.adding({ name })} />
        )}
      </span>
      {problem && size > 0 && (
        <ActionIcon variant="subtle" color="gray" aria-label={again} title={again} onClick={() => files.retry(held)}>
          <IconRefresh size={16} aria-hidden />
        </ActionIcon>
      )}
      <ActionIcon variant="subtle" color="gray" aria-label={out} title={out} onClick={() => files.remove(held)}>
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </li>
  )
}

function Sign({ held: { name, look, attachment } }: { held: Held }) {
  const address = look ?? (attachment?.picture ? addressOfPreview(attachment.id) : null)
  if (!address) return <FileIcon name={name} />
  return <img className={classes.small} src={address} alt="" />
}
