import { expect, test } from 'vitest'
import type { Template } from '../contract.ts'
import { blank, bodyOf, likeOne } from './newGroup.ts'

const template: Template = {
  kind: 'project',
  visibility: 'closed',
  external: true,
  isolation: 'company',
  history: 'joining',
  whoInvites: 'owner',
  timeZone: 'Asia/Almaty',
  tools: [],
}

test('GRP-10: a form set back from a template keeps nothing of it, the time zone neither', () => {
  const typed = likeOne(template, { ...blank, name: 'Typed' })
  // As the form sets values: those that are named replace those before.
  const setBack = { ...typed, ...blank, name: typed.name }
  expect(setBack).toEqual({ ...blank, name: 'Typed' })
  expect(bodyOf(typed).timeZone).toBe('Asia/Almaty')
  expect(bodyOf(setBack).timeZone).toBeUndefined()
})
