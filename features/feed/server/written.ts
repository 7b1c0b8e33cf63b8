import type { Things } from '#features/notices/server/door.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { say } from '#ui/words/catalogue.ts'
import { appreciationsWords } from '../appreciations/words.ts'
import type { CalendarEvent } from '../calendar-events/contract.ts'
import { calendarEventsWords } from '../calendar-events/words.ts'
import type { Post } from '../contract.ts'
import type { Poll } from '../polls/contract.ts'
import { pollsWords } from '../polls/words.ts'
import { postsIn } from './queries.ts'
import { posts } from './tables.ts'

type Write = NonNullable<Things['write']>
type Reader = Parameters<Write>[2]

/** What a letter about posts says: their words, and in lines what was added to them, as far as its reader is told. */
export async function writtenOf(tx: Tx, ids: string[], reader: Reader): ReturnType<Write> {
  const shown = await postsIn(tx, await tx.select().from(posts).where(among(posts.id, ids)))
  return new Map(shown.map((post) => [post.id, { quote: post.text, lines: linesOf(post, reader) }]))
}

const linesOf = ({ text, attachments, poll, appreciation, calendarEvent }: Post, reader: Reader): string[] => [
  ...(appreciation ? [say(appreciationsWords, reader.language).badge[appreciation.badge]] : []),
  ...(calendarEvent ? [eventLine(calendarEvent, reader)] : []),
  ...(poll ? [pollLine(poll, text, reader)] : []),
  // Where there are no words, the post is called by its files already.
  ...(text === '' ? [] : attachments.map(({ name }) => `📎 ${name}`)),
]

/** When and where something is, in the reader's zone; whole days are those days wherever one is. */
function eventLine({ startsAt, endsAt, days, place }: CalendarEvent, { language, timeZone }: Reader): string {
  const when = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...(days ? {} : { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' }),
    timeZone: days ? 'UTC' : timeZone,
  }).formatRange(days ? new Date(days.first) : startsAt, days ? new Date(days.last) : endsAt)
  return [when, place && `${say(calendarEventsWords, language).place}: ${place}`].filter(Boolean).join('\n')
}

/** What is asked with the answers to choose from; once it has ended, with how many chose each, as far as that is told. */
function pollLine({ question, options, ended }: Poll, text: string, { language }: Reader): string {
  const words = say(pollsWords, language)
  const counted = ended && options.every(({ votes }) => votes !== null)
  const answers = options.map((one) => `• ${one.text}${counted ? `: ${words.votes(one.votes ?? 0)}` : ''}`)
  const asked = question === text ? [] : [question]
  return [...asked, ...answers, ...(ended && !counted ? [words.fewAtEnd] : [])].join('\n')
}
