import type { TestPage } from '#tests/browser.ts'
import { until } from '#tests/rules/ear.ts'

/** Everything that comes to a page and leaves it over its sockets, from the moment it is recorded. */
export interface Traffic {
  /** One text for each body of an answer and each frame, with where it came from. */
  heard: { where: string; text: string }[]
  /** Answers whose body could not be read any more: the page was left too soon. */
  lost: string[]
  /** Resolves when every answer that has begun is read. */
  read: () => Promise<void>
}

/** Records the whole traffic of a page: every body of an answer, every frame of a socket in both directions. */
export function recordTraffic(page: TestPage): Traffic {
  const traffic: Omit<Traffic, 'read'> = { heard: [], lost: [] }
  let open = 0
  page.on('request', () => open++)
  page.on('requestfailed', () => open--)
  page.on('requestfinished', (request) => {
    const where = `${request.method()} ${request.url()}`
    const body = async () => {
      const response = await request.response()
      return response && response.status() !== 304 ? response.text() : ''
    }
    void body()
      .then(
        (text) => traffic.heard.push({ where, text }),
        () => traffic.lost.push(where),
      )
      .finally(() => open--)
  })
  page.on('websocket', (socket) => {
    const frame = (way: string) => (told: { payload: string | Buffer }) =>
      traffic.heard.push({ where: `${way} ${socket.url()}`, text: told.payload.toString() })
    socket.on('framereceived', frame('from'))
    socket.on('framesent', frame('to'))
  })
  return { ...traffic, read: () => until(() => open === 0, 'the end of every answer') }
}

/** A letter, as something that was heard. */
export const asHeard = (letter: string): Traffic['heard'][number] => ({ where: 'letter', text: letter })

/** What was heard that it should not have been: each mark with where it stood. */
export const marksIn = (heard: Traffic['heard'], marks: string[]): string[] =>
  heard.flatMap(({ where, text }) => marks.filter((mark) => text.includes(mark)).map((mark) => `${where}: ${mark}`))
