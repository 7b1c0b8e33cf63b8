import { createElement, Fragment } from 'react'
import type { ShownPerson } from './person.ts'
import { PersonName } from './PersonName.tsx'

/** A sentence in which somebody is named: the name carries its marks there too. Without a person it is only the sentence. */
export function Named({ person, children: sentence }: { person: ShownPerson | null | undefined; children: string }) {
  if (!person?.name) return sentence
  // Only what a pattern means something by: with anything else, as in O'Brien, a backslash is an error in it.
  const called = person.name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  const parts = sentence.split(new RegExp(`(?<!\\p{L})${called}(?!\\p{L})`, 'u'))
  const name = <PersonName person={person} />
  return createElement(Fragment, null, ...parts.flatMap((part, at) => (at > 0 ? [name, part] : [part])))
}
