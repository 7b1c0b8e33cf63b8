/** Moves the focus among the lines of a poll, by so many; false where there is none. */
export function goTo(from: Element, by: number): boolean {
  const lines = [...(from.closest('fieldset')?.querySelectorAll<HTMLInputElement>('input[maxlength]') ?? [])]
  const here = lines.findIndex((line) => line === from || line.closest('li')?.contains(from))
  const next = lines[here + by]
  next?.focus()
  return next !== undefined
}
