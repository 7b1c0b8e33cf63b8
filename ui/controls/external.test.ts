import { MantineProvider } from '@mantine/core'
import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { LanguageProvider } from '../words/useWords.ts'
import { ExternalBadge } from './ExternalBadge.tsx'
import { PersonAvatar } from './PersonAvatar.tsx'
import { Named } from './Named.tsx'
import { PersonField } from './PersonField.tsx'
import { PersonName } from './PersonName.tsx'

vi.stubGlobal('localStorage', { getItem: () => 'en', setItem: () => undefined })
afterAll(() => vi.unstubAllGlobals())
const drawn = (what: ReactNode): string =>
  renderToStaticMarkup(createElement(MantineProvider, null, createElement(LanguageProvider, { first: 'en' }, what)))

const kim = { id: '1', name: 'Kim Lee', kind: 'external', company: 'Acme' } as const
const liam = { id: '2', name: 'Liam Doherty', kind: 'employee' } as const

describe('PPL-3: people from outside are told apart everywhere a name appears', () => {
  it('by colour, globe and company, and in words for screen readers', () => {
    const name = drawn(createElement(PersonName, { person: kim }))
    for (const mark of [/external/, /icon-world/, /· Acme/, /loggia-hidden[^>]*>\(external\)/i])
      expect(name).toMatch(mark)
    expect(drawn(createElement(PersonName, { person: liam }))).not.toMatch(/external|icon-world/i)
  })

  it('by a mark on the avatar', () => {
    expect(drawn(createElement(PersonAvatar, { person: kim }))).toContain('icon-world')
    expect(drawn(createElement(PersonAvatar, { person: liam }))).not.toContain('icon-world')
  })

  it('in a sentence that names them', () => {
    const sentence = drawn(Named({ person: kim, children: 'Remove Kim Lee? Kim Leeson stays.' }))
    expect(sentence).toMatch(/Remove <.*icon-world.*· Acme.*\? Kim Leeson stays\.$/s)
    expect(drawn(Named({ person: null, children: 'by Orlanta' }))).toMatch(/by Orlanta$/)
  })

  it.each(["Sinéad O'Brien", 'Anna-Maria Nowak', 'J. R. (Bob) Ng', 'a+b?[c]{2}|^$*\\/ d', '“Lee” & Söhne', '李·明'])(
    'in a sentence that names %s, whatever stands in a name',
    (name) => {
      const parts = drawn(Named({ person: { ...kim, name }, children: `Remove ${name}?` })).split('Remove ')
      expect(parts[1]).toMatch(/^<.*icon-world.*\?$/s)
    },
  )

  it('in the closed field that they are chosen in', () => {
    const search = { people: [], isFetching: false, error: null, again: () => undefined }
    const field = { label: 'Responsible', search, onSearch: () => undefined, value: kim, onChange: () => undefined }
    const closed = drawn(createElement(PersonField, field))
    for (const mark of [/icon-world/, /· Acme/, /aria-description="External · Acme"/]) expect(closed).toMatch(mark)
    expect(drawn(createElement(PersonField, { ...field, value: liam }))).not.toMatch(/icon-world|External/)
  })

  it('by a mark on the profile', () => {
    expect(drawn(createElement(ExternalBadge, { company: 'Acme' }))).toMatch(/External · Acme/)
  })
})
