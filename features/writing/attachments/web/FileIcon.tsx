import {
  IconFile,
  IconFileMusic,
  IconFileSpreadsheet,
  IconFileText,
  IconFileTypePdf,
  IconFileVector,
  IconFileZip,
  IconMail,
  IconMovie,
  IconPhoto,
  IconPresentation,
} from '@tabler/icons-react'
import classes from './Attachments.module.css'
import { kindOfFile, type FileKind } from './fileKind.ts'

const icons: Record<FileKind, typeof IconFile> = {
  picture: IconPhoto,
  document: IconFileText,
  pdf: IconFileTypePdf,
  sheet: IconFileSpreadsheet,
  slides: IconPresentation,
  archive: IconFileZip,
  audio: IconFileMusic,
  video: IconMovie,
  letter: IconMail,
  drawing: IconFileVector,
  other: IconFile,
}

/** A sign for what a file looks to be by its name. */
export function FileIcon({ name }: { name: string }) {
  const Icon = icons[kindOfFile(name)]
  return <Icon size={22} stroke={1.5} aria-hidden className={classes.icon} />
}
