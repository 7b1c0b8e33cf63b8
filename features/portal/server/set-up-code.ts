import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { link, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Without letters and figures that are taken for each other. */
const letters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
/** 30^8 codes, and the limit of tries a minute, make guessing take centuries. */
const length = 8
const day = 86_400_000

/** A secret that a person can read off one screen and type into another: `K7QW-92MP`. */
export function readableSecret(): string {
  const code = Array.from({ length }, () => letters[randomInt(letters.length)]).join('')
  return `${code.slice(0, length / 2)}-${code.slice(length / 2)}`
}

/** The code that stands in the data folder for a day: whoever can read the terminal or the folder owns the portal. All processes share it. */
export async function readSetUpCode(dataFolder: string): Promise<string> {
  const file = fileIn(dataFolder)
  // Only one that is there and old goes: what another process writes at this moment stays.
  if ((await ageOf(file)) > day) await rm(file, { force: true })
  const aside = `${file}.${randomBytes(6).toString('hex')}`
  await writeFile(aside, readableSecret(), { flag: 'wx', mode: 0o600 })
  // Whole or not at all, and the first of several processes wins.
  await link(aside, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(aside)
  return readFile(file, 'utf8')
}

/** Whether this is the code, in a time that does not tell how much of it is right. */
export async function isSetUpCode(dataFolder: string, tried: string): Promise<boolean> {
  const file = fileIn(dataFolder)
  const right = (await ageOf(file)) > day ? '' : await readFile(file, 'utf8').catch(() => '')
  return right !== '' && timingSafeEqual(digest(right), digest(tried))
}

/** The code has served. */
export const forgetSetUpCode = (dataFolder: string): Promise<void> => rm(fileIn(dataFolder), { force: true })

const fileIn = (dataFolder: string): string => join(dataFolder, 'set-up-code')

const digest = (code: string): Buffer =>
  createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
    .digest()

/** Milliseconds since it was written; 0 when there is none. */
async function ageOf(file: string): Promise<number> {
  const written = await stat(file).catch(() => null)
  return written ? Date.now() - written.mtimeMs : 0
}
