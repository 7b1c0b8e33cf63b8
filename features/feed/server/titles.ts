import { namesIn } from '#features/groups/server/door.ts'
import { attachmentsOf, calledByFiles, peopleIn, showWriting, type Written } from '#features/writing/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { placesOf } from './queries.ts'

interface Titled extends Written {
  id: string
  attachments: string[]
  audienceId: string
}

const longestTitle = 80

/** How a text begins: what a post is called where it has to be. */
export const beginning = (text: string): string => {
  const [line = ''] = text.split('\n')
  return line.length > longestTitle ? `${line.slice(0, longestTitle).trimEnd()}…` : line
}

/**
 * What posts are called, by their ids: how they begin as the person asking reads them, or their files. Each thing is asked once for all of them; a post that
 * stands nowhere for that person is called nothing.
 */
export async function titlesOf(tx: Tx, rows: Titled[]): Promise<(id: string) => string> {
  const places = await placesOf(
    tx,
    rows.map(({ audienceId }) => audienceId),
  )
  const rooms = [...places.values()].map(({ room }) => room)
  const shown = await showWriting(tx, rows, await namesIn(tx, rooms, peopleIn(rows)))
  const files = await attachmentsOf(
    tx,
    rows.filter(({ text }) => text === ''),
  )
  const titles = new Map<string, string>()
  for (const row of rows) {
    const room = places.get(row.audienceId)?.room
    if (room) titles.set(row.id, beginning(shown(row, room).text || calledByFiles(files(row.attachments))))
  }
  return (id) => titles.get(id) ?? ''
}
