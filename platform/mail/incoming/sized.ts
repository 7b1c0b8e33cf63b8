import { Transform, type Readable } from 'node:stream'
import { largestLetter, LetterTooLarge } from './taking.ts'

/** The same letter, which breaks off with LetterTooLarge as soon as it is more than may be taken. */
export function sized(letter: Readable): Readable {
  let size = 0
  const through = new Transform({
    transform(piece: Buffer, _encoding, done) {
      size += piece.byteLength
      if (size > largestLetter) done(new LetterTooLarge())
      else done(null, piece)
    },
  })
  letter.on('error', (error) => through.destroy(error))
  letter.on('close', () => {
    if (!letter.readableEnded) through.destroy(new Error('The letter broke off.'))
  })
  return letter.pipe(through)
}
