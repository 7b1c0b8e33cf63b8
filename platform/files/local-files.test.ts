import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FileMissing, type Files } from './files.ts'
import { openLocalFiles } from './local-files.ts'

let folder = ''
let files: Files
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'files-'))
  files = openLocalFiles(folder)
})
afterEach(() => rmSync(folder, { recursive: true }))

const plain = { type: 'text/plain' }

test('what is put is what one gets, with its size and hash', async () => {
  const content = Buffer.from('Привет\n'.repeat(20_000))
  const stored = await files.put('photos/a-1.txt', Readable.from([content.subarray(0, 7), content.subarray(7)]), plain)
  expect(stored).toEqual({ size: content.length, sha256: createHash('sha256').update(content).digest('hex') })
  expect(await buffer(await files.get('photos/a-1.txt'))).toEqual(content)
  expect(statSync(join(folder, 'kept/photos/a-1.txt')).mode & 0o077).toBe(0)
})

test('a new content replaces the old one; removing twice is fine', async () => {
  await files.put('a', Buffer.from('one'), plain)
  await files.put('a', Buffer.from('two'), plain)
  expect((await buffer(await files.get('a'))).toString()).toBe('two')
  await files.remove('a')
  await files.remove('a')
  expect(await files.has('a')).toBe(false)
  await expect(files.get('a')).rejects.toThrow(FileMissing)
})

test('an upload that breaks off leaves nothing, and the old content stays', async () => {
  await files.put('a', Buffer.from('old'), plain)
  async function* broken() {
    yield Buffer.from('new')
    throw new Error('the line is gone')
  }
  await expect(files.put('a', Readable.from(broken()), plain)).rejects.toThrow('the line is gone')
  expect((await buffer(await files.get('a'))).toString()).toBe('old')
  expect(readdirSync(join(folder, 'incoming'))).toEqual([])
})

test.each([
  '',
  '.',
  '..',
  '../a',
  'a/../b',
  '/etc/passwd',
  'a//b',
  'a/',
  'a\\b',
  'a\0b',
  'A',
  'a b',
  '.hidden',
  'ж',
  'a'.repeat(201),
])('the key %j is refused everywhere', async (key) => {
  await expect(async () => files.put(key, Buffer.from('x'), plain)).rejects.toThrow(RangeError)
  await expect(async () => files.get(key)).rejects.toThrow(RangeError)
  await expect(async () => files.has(key)).rejects.toThrow(RangeError)
  await expect(async () => files.remove(key)).rejects.toThrow(RangeError)
  expect(readdirSync(folder)).toEqual([])
})

test('what a killed process left half-written is cleared away once nobody adds to it; what is under way and what is kept stays', async () => {
  const before = new Date(Date.now() - 86_400_000)
  await files.clearAway(before)
  await files.put('a', Buffer.from('kept'), plain)
  mkdirSync(join(folder, 'incoming'), { recursive: true })
  for (const name of ['left', 'under-way']) writeFileSync(join(folder, 'incoming', name), 'half')
  utimesSync(join(folder, 'incoming/left'), before, new Date(before.getTime() - 1000))
  utimesSync(join(folder, 'kept/a'), before, new Date(0))
  await files.clearAway(before)
  expect(readdirSync(join(folder, 'incoming'))).toEqual(['under-way'])
  expect(await files.has('a')).toBe(true)
})
