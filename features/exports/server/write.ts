import type { Person } from '#platform/contract.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { keptPhoto } from '#features/people/server/door.ts'
import { say } from '#ui/words/catalogue.ts'
import { exportsWords } from '../words.ts'
import type { Add } from './archive.ts'
import { entryOf, escaped, factsOf, pageOf, type Look } from './html.ts'
import type { Entry, Part, Reading } from './slots.ts'

/** What stands at the beginning of an archive. */
export interface Front {
  title: string
  facts: [string, string | Date][]
  note: string
  /** The same for programs. */
  data: object
}

interface Writing {
  add: Add
  reading: Reading
  look: Omit<Look, 'photo'>
  front: Front
  /** Runs as whom the archive is for. */
  read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** Hears how many things more are written. */
  step: (things: number) => Promise<void>
}

/** Writes everything there is, page by page: to read as HTML, and beside each page the same as JSON. */
export async function writeParts(writing: Writing, parts: readonly Part[]): Promise<void> {
  const { add, look, front } = writing
  const album = openAlbum(writing)
  const written: { part: Part; pages: number }[] = []
  for (const part of parts) {
    const pages = await writePart(writing, part, album)
    if (pages > 0) written.push({ part, pages })
  }
  const contents = written.map(
    ({ part }) => `<li><a href="${part.name}-1.html">${escaped(part.title(look.language))}</a></li>`,
  )
  const body = `<h1>${escaped(front.title)}</h1>
${factsOf({ ...look, photo: album.at }, front.facts)}
<ul class="contents">${contents.join('')}</ul>
<p class="note">${escaped(front.note)}</p>`
  await add('index.html', pageOf({ ...look, photo: album.at }, front.title, body))
  const data = Object.fromEntries(
    written.map(({ part, pages }) => [part.name, numbers(pages).map((n) => `data/${part.name}-${n}.json`)]),
  )
  await add('data.json', json({ format: 1, ...front.data, parts: data }))
}

const numbers = (most: number): number[] => Array.from({ length: most }, (_, before) => before + 1)

/** Writes one kind of thing; how many pages it took. */
async function writePart(
  { add, reading, look, front, read, step }: Writing,
  part: Part,
  album: Album,
): Promise<number> {
  const title = part.title(look.language)
  let after: string | undefined
  for (let n = 1; ; n++) {
    const { items, next } = await read((tx) => part.page(tx, reading, after))
    if (items.length === 0 && n === 1) return 0
    for (const entry of items) await album.collect(entry)
    const whole: Look = { ...look, photo: album.at }
    const paths = {
      before: n > 1 ? `${part.name}-${n - 1}.html` : null,
      next: next ? `${part.name}-${n + 1}.html` : null,
    }
    const body = `${navigation(look, front, paths)}
<h1>${escaped(title)}</h1>
${items.map((entry) => entryOf(whole, entry)).join('\n')}
${paths.before || paths.next ? navigation(look, front, paths) : ''}`
    await add(`${part.name}-${n}.html`, pageOf(whole, `${title} · ${front.title}`, body))
    await add(`data/${part.name}-${n}.json`, json({ items: items.map(({ data }) => data) }))
    await step(items.length)
    if (!next) return n
    after = next
  }
}

function navigation(
  look: Omit<Look, 'photo'>,
  front: Front,
  paths: { before: string | null; next: string | null },
): string {
  const words = say(exportsWords, look.language).archive
  const link = (path: string, text: string) => `<a href="${path}">${escaped(text)}</a>`
  return `<nav>${link('index.html', front.title)}${paths.before ? link(paths.before, words.before) : ''}${paths.next ? link(paths.next, words.next) : ''}</nav>`
}

/** Addresses of photos lead into the portal, where whoever opens the archive may not be. */
const json = (value: object): string =>
  JSON.stringify(value, (key, part: unknown) => (key === 'photo' ? undefined : part), 2)

interface Album {
  collect: (entry: Entry) => Promise<void>
  at: (person: Person) => string | null
}

/** The photos of whoever speaks, as far as the reader may see them: each once. */
function openAlbum({ add, reading }: Pick<Writing, 'add' | 'reading'>): Album {
  const kept = new Map<string, string | null>()
  const collect = async ({ author, below = [] }: Entry): Promise<void> => {
    if (author?.photo && !kept.has(author.id)) {
      const photo = await keptPhoto(reading.platform.files, author)
      const path = photo && `photos/${author.id}.${photo.extension}`
      if (photo && path) await add(path, photo.content)
      kept.set(author.id, path)
    }
    for (const one of below) await collect(one)
  }
  return { collect, at: ({ id }) => kept.get(id) ?? null }
}
