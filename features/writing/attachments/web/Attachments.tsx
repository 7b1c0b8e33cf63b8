import { useLanguage, useWords } from '#ui/words/useWords.ts'
import { sizeOf } from '#ui/words/size.ts'
import type { Attachment } from '../../contract.ts'
import { writingWords } from '../../words.ts'
import { addressOfFile, addressOfPreview } from './addresses.ts'
import classes from './Attachments.module.css'
import { FileIcon } from './FileIcon.tsx'

/** The files that stand at a post or a comment: pictures as the portal drew them small, everything else by name and size. Each is saved by a click on its name. */
export function Attachments({ files }: { files: Attachment[] }) {
  const words = useWords(writingWords)
  const pictures = files.filter(({ picture }) => picture)
  const others = files.filter(({ picture }) => !picture)
  if (files.length === 0) return null
  return (
    <div role="group" aria-label={words.files.title} className={classes.attachments}>
      {pictures.length > 0 && (
        <ul className={classes.pictures}>
          {pictures.map((file) => (
            <li key={file.id} className={classes.picture}>
              <a
                href={addressOfPreview(file.id)}
                target="_blank"
                rel="noopener"
                aria-label={words.files.show({ name: file.name })}
              >
                <img
                  src={addressOfPreview(file.id)}
                  width={file.picture?.width}
                  height={file.picture?.height}
                  alt=""
                  loading="lazy"
                />
              </a>
              <FileName file={file} />
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <ul className={classes.rows}>
          {others.map((file) => (
            <li key={file.id} className={classes.row}>
              <FileIcon name={file.name} />
              <FileName file={file} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function FileName({ file: { id, name, size } }: { file: Attachment }) {
  const { language } = useLanguage()
  return (
    <span className={classes.name}>
      <a href={addressOfFile(id)} download={name} title={name}>
        <bdi>{name}</bdi>
      </a>
      <span className={classes.size}>{sizeOf(size, language)}</span>
    </span>
  )
}
