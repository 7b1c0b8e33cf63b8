import { Children, type ReactNode } from 'react'

/** Short facts in one line with dots between them; what is false or empty is left out. */
export function Dotted({ children }: { children: ReactNode }) {
  const facts = Children.toArray(children).filter((fact) => fact !== '')
  return facts.flatMap((fact, at) => (at > 0 ? [' · ', fact] : [fact]))
}
