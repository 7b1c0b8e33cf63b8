import { expect, test } from 'vitest'
import type { FeedItem } from '../contract.ts'
import { withPiece, type Pages } from './pieces.ts'

const piece = (id: string, post: string): FeedItem =>
  ({ id, key: post, mine: false, post: { id: post }, entry: null, marks: null }) as unknown as FeedItem
const entry = (id: string): FeedItem => ({ ...piece(id, id), post: null })
const feed = (next: string | null): Pages => ({
  pageParams: [undefined, '7'],
  pages: [
    { items: [piece('9', 'a'), entry('8'), piece('7', 'b')], next: '7' },
    { items: [piece('6', 'c'), piece('5', 'd')], next },
  ],
})
const order = ({ pages }: Pages) => pages.map(({ items }) => items.map(({ id, key }) => `${id}${key}`).join(' '))

test('a post that rose stands where it stands now, and once', () => {
  expect(order(withPiece(feed('5'), 'd', piece('b', 'd')))).toEqual(['bd 9a 88 7b', '6c'])
  expect(order(withPiece(feed('5'), 'a', piece('9', 'a')))).toEqual(['9a 88 7b', '6c 5d'])
})

test('a post that stands there no more is gone; one that nobody has read down to is left for its page', () => {
  expect(order(withPiece(feed('5'), 'b', null))).toEqual(['9a 88', '6c 5d'])
  expect(order(withPiece(feed('5'), 'e', piece('4', 'e')))).toEqual(['9a 88 7b', '6c 5d'])
  expect(order(withPiece(feed(null), 'e', piece('4', 'e')))).toEqual(['9a 88 7b', '6c 5d 4e'])
})
