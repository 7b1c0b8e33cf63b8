import { createElement, Fragment } from 'react'
import type { ShownPerson } from './person.ts'
import { PersonName } from './PersonName.tsx'

/** A sentence in which somebody is named: the name carries its marks there too. Without a person it is only the sentence. */
export function Named({ person, children: sentence }: { person: ShownPerson | null | undefined; children: string }) {
  if (!person?.name) return sentence
  const called = person.name.replace(/[^\p{L}\p{N} ]/gu, '\\$&')
  const parts = sentence.split(new RegExp(`(?<!\\p{L})${called}(?!\\p{L})`, 'u'))
  const name = <PersonName person={person} />
  return createElement(Fragment, null, ...parts.flatMap((part, at) => (at > 0 ? [name, part] : [part])))
}
