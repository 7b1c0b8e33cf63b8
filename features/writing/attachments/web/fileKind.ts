/** The kinds that files are shown as. It goes by the end of the name alone, and nothing follows from it but a sign. */
const endings = {
  picture: 'png jpg jpeg gif webp svg heic heif bmp tif tiff avif',
  document: 'doc docx odt rtf txt md pages',
  pdf: 'pdf',
  sheet: 'xls xlsx ods csv tsv numbers',
  slides: 'ppt pptx odp key',
  archive: 'zip rar 7z tar gz tgz bz2 xz',
  audio: 'mp3 m4a ogg oga wav flac opus aac',
  video: 'mp4 m4v mov webm mkv avi',
  letter: 'eml msg',
  drawing: 'dwg dxf step stp ifc skp',
} as const

export type FileKind = keyof typeof endings | 'other'

/** What a file looks to be by its name. */
export function kindOfFile(name: string): FileKind {
  const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? ''
  const [found] =
    (Object.entries(endings) as [FileKind, string][]).find(([, known]) => known.split(' ').includes(ending)) ?? []
  return found ?? 'other'
}
