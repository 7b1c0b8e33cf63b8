import { MantineProvider } from '@mantine/core'
import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { LanguageProvider } from '../words/useWords.ts'
import { ExternalBadge } from './ExternalBadge.tsx'
import { PersonAvatar } from './PersonAvatar.tsx'
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

  it('by a mark on the profile', () => {
    expect(drawn(createElement(ExternalBadge, { company: 'Acme' }))).toMatch(/External · Acme/)
  })
})
