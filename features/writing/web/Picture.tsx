import { useWords } from '#ui/words/useWords.ts'
import { writingWords } from '../words.ts'
import { useReading } from './reading.ts'
import classes from './Written.module.css'

/** Where a picture is; the server gives it to readers of its text alone. */
export const addressOfPicture = (id: string): string => `/api/v1/pictures/${id}`

/** A picture in a text, as wide as there is room; a click shows all of it. */
export function Picture({ id, alt = '' }: { id: string | null; alt?: string | undefined }) {
  const words = useWords(writingWords)
  const picture = useReading().pictures.find((one) => one.id === id)
  if (!picture) return <p className={classes.unknown}>{words.picture.gone}</p>
  const address = addressOfPicture(picture.id)
  return (
    <p>
      <a href={address} target="_blank" rel="noopener" aria-label={alt || words.picture.show}>
        <img src={address} width={picture.width} height={picture.height} alt={alt} loading="lazy" />
      </a>
    </p>
  )
}
