import { expect, test } from 'vitest'
import { goOn, inOrder, momentOf, waiting } from './order.ts'

const piece = (id: string, key = id, mine = false) => ({ id, key, mine })
const start = [piece('9'), piece('8'), piece('7')]

test('what comes while somebody reads waits and is counted; what they read stays where it is', () => {
  const kept = goOn(null, start, false)
  if (!kept) throw new Error('Nothing is kept.')
  const risen = [piece('b', '8'), piece('a'), piece('9'), piece('7')]
  expect(goOn(kept, risen, false)).toBe(kept)
  expect(inOrder(kept, risen).map(({ key }) => key)).toEqual(['9', '8', '7'])
  expect(waiting(kept, risen)).toBe(2)
  expect(goOn(kept, risen, true)).toEqual({ order: ['8', 'a', '9', '7'], top: 'b' })
})

test('further pages come below, and what one writes oneself above at once', () => {
  const kept = goOn(null, start, false)
  const grown = [piece('b', 'b', true), piece('a'), ...start, piece('6')]
  const now = goOn(kept, grown, false)
  expect(now).toEqual({ order: ['b', '9', '8', '7', '6'], top: '9' })
  expect(now && waiting(now, grown)).toBe(1)
})

test('what one may read no more is gone, and an empty list changes nothing', () => {
  const kept = goOn(null, start, false)
  expect(kept && inOrder(kept, [piece('9'), piece('7')]).map(({ key }) => key)).toEqual(['9', '7'])
  expect(goOn(kept, [], true)).toBe(kept)
  expect(goOn(null, [], true)).toBeNull()
})

test('a place begins with its moment, in milliseconds', () => {
  expect(momentOf('019a0000-0001-7000-8000-000000000000')).toBe(new Date(0x019a00000001).toISOString())
})
