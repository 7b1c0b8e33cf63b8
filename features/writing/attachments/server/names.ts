/** Letters that a name of a file may have. */
const longest = 180

/** Characters that show nothing or turn around what stands beside them: with them a program can be called like a picture. What joins letters of a script, and emojis, stays. */
const hidden = /[\p{Cc}\p{Cn}\p{Co}\p{Cs}\u2028\u2029]|(?![\u200c\u200d])\p{Cf}/gu

/** What a file is called here: the last part of its path, on one line, with nothing in it that cannot be seen. Letters of every script stay as they are. */
export function cleanName(name: string): string {
  const last = name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const seen = last.replace(hidden, '').replace(/\s+/g, ' ').trim()
  const plain = /^\.*$/.test(seen) ? 'file' : seen
  const ending = /\.[^.\s]{1,16}$/.exec(plain)?.[0] ?? ''
  const letters = Array.from(plain)
  return letters.length <= longest
    ? plain
    : letters
        .slice(0, longest - ending.length)
        .join('')
        .trimEnd() + ending
}
