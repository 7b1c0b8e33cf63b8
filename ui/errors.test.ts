import { ORPCError } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import { failureOf, fieldErrorsOf, sentenceOf } from './errors.ts'
import { uiWords } from './words.ts'
import { say } from './words/catalogue.ts'

const words = say(uiWords, 'en')

describe('a failed call', () => {
  it('is told apart by what it means', () => {
    expect(failureOf(new ORPCError('UNAUTHORIZED'))).toBe('signedOut')
    expect(failureOf(new ORPCError('GROUP_CLOSED', { status: 403 }))).toBe('refused')
    expect(failureOf(new ORPCError('NOT_FOUND'))).toBe('missing')
    expect(failureOf(new ORPCError('CONFLICT'))).toBe('conflict')
    expect(failureOf(new ORPCError('TOO_MANY_REQUESTS'))).toBe('busy')
    expect(failureOf(new ORPCError('INVALID', { status: 400 }))).toBe('invalid')
    expect(failureOf(new ORPCError('INTERNAL_SERVER_ERROR'))).toBe('broken')
    expect(failureOf(new TypeError('Failed to fetch'))).toBe('offline')
  })

  it('says the rule in the words of its feature, else in those of the server', () => {
    const message = 'This group is closed to external people. Its owner can open it.'
    const error = new ORPCError('GROUP_CLOSED', { status: 403, message })
    expect(sentenceOf(error, words, { GROUP_CLOSED: 'Эта группа закрыта.' })).toBe('Эта группа закрыта.')
    expect(sentenceOf(error, words)).toBe(message)
  })

  it('never shows what a broken server said', () => {
    const error = new ORPCError('INTERNAL_SERVER_ERROR', { message: 'relation "tasks" does not exist' })
    expect(sentenceOf(error, words)).toBe(words.error.broken)
  })

  it('marks the fields, in words for people', () => {
    const issues = [
      { path: ['title'], message: 'Too small: expected string to have >=1 characters' },
      { path: ['emails', '0'], message: 'Invalid email address' },
      { path: ['name'], message: 'This name is taken in this group.' },
    ]
    const error = new ORPCError('INVALID', { status: 400, data: { issues } })
    expect(fieldErrorsOf(error, words)).toEqual({
      title: words.field.missing,
      'emails.0': words.field.wrong,
      name: 'This name is taken in this group.',
    })
    expect(sentenceOf(error, words)).toBe(words.error.invalid)
  })
})
