/** A picture that travels in a letter and is shown inside it; nothing is loaded from anywhere. */
export interface Picture {
  /** By this the letter shows it: a word of lower-case letters, once in a letter. */
  name: string
  type: 'image/jpeg' | 'image/png'
  content: Buffer
}

/** The address under which a letter shows a picture that came with it (RFC 2392). */
export const shownBy = ({ name }: Pick<Picture, 'name'>): string => `cid:${contentId(name)}`

/** Pictures as nodemailer takes them: beside the page that shows them, and never offered as files to keep. */
export const attached = (pictures: Picture[]) =>
  pictures.map(({ name, type, content }) => ({
    cid: contentId(name),
    contentType: type,
    contentDisposition: 'inline' as const,
    filename: `${name}.${type === 'image/png' ? 'png' : 'jpg'}`,
    content,
  }))

function contentId(name: string): string {
  if (!/^[a-z]+$/.test(name)) throw new RangeError('A picture in a letter is named by lower-case letters.')
  return `${name}@letter`
}
