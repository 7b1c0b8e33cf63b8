import { useWords } from '#ui/words/useWords.ts'
import { writingWords } from '../words.ts'
import { Undecided, type WaysOut } from './Undecided.tsx'

/** Says before anything is sent that not everybody who reads it can open what it links to. */
export function UnopenedLink({ title, ...ways }: { title: string } & WaysOut) {
  const words = useWords(writingWords)
  return (
    <Undecided out={words.link.takeOut} in={words.link.keep} {...ways}>
      {words.link.unopened({ title })}
    </Undecided>
  )
}
