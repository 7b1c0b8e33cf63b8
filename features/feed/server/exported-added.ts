import { sql } from 'drizzle-orm'
import { me } from '#access/rules.ts'
import { pageOfArchive as limit, type Entry, type Part, type Reading } from '#features/exports/server/door.ts'
import { label, say } from '#ui/words/catalogue.ts'
import { announcementsWords } from '../announcements/words.ts'
import { appreciationsWords } from '../appreciations/words.ts'
import type { EventAnswer } from '../calendar-events/contract.ts'
import { calendarEventsWords } from '../calendar-events/words.ts'
import type { Post } from '../contract.ts'
import { feedWords } from '../words.ts'

/** What else stands in a post, as a page to read says it: who is appreciated, what it invites to, how many have confirmed it. */
export function addedFacts(post: Post, { language }: Reading['me']): NonNullable<Entry['facts']> {
  const { announcement, appreciation, calendarEvent } = post
  const announced = say(announcementsWords, language)
  const appreciated = say(appreciationsWords, language)
  const events = say(calendarEventsWords, language)
  const confirmed = announcement?.confirmed
  return [
    ...(announcement
      ? [fact(announced.announcement, confirmed ? announced.confirmed(confirmed) : announced.asks)]
      : []),
    ...(appreciation
      ? [fact(appreciated.badge[appreciation.badge], appreciation.people.map(({ name }) => name).join(', '))]
      : []),
    ...(calendarEvent
      ? [
          fact(events.event, [calendarEvent.title, calendarEvent.place].filter(Boolean).join(', ')),
          fact(events.form.starts, calendarEvent.days?.first ?? calendarEvent.startsAt),
          fact(events.form.ends, calendarEvent.days?.last ?? calendarEvent.endsAt),
          fact(
            events.who,
            (['yes', 'maybe', 'no'] as const)
              .map((answer) => events.count[answer](calendarEvent.answers[answer]))
              .join(', '),
          ),
        ]
      : []),
  ]
}

const fact = (name: string, value: string | Date): [string, string | Date] => [name, value]

interface Answered {
  id: string
  text: string
  confirmedAt: string | null
  answer: EventAnswer | null
  answeredAt: string | null
}

const answers = sql`
  select p.id, coalesce(e.title, left(p.text, 200)) as text, c.at as "confirmedAt", a.answer, a.at as "answeredAt"
  from (select post_id, at from confirmations where person_id = ${me}) c
  full join (select post_id, at, answer from calendar_answers where person_id = ${me}) a on a.post_id = c.post_id
  join posts p on p.id = coalesce(c.post_id, a.post_id) left join calendar_events e on e.post_id = p.id`

/** What somebody answered to posts, as far as they still read them: that they had read one, that they come. */
export const ownAnswers: Part = {
  name: 'answers',
  title: label(feedWords, (words) => words.ownAnswers),
  async count(tx) {
    const { rows } = await tx.execute<{ count: number }>(sql`select count(*)::int as count from (${answers}) x`)
    return rows[0]?.count ?? 0
  },
  async page(tx, { me: { language } }, after) {
    const { rows } = await tx.execute<Answered & Record<string, unknown>>(
      sql`select * from (${answers}) x where ${after ? sql`x.id < ${after}` : sql`true`} order by x.id desc limit ${limit + 1}`,
    )
    const items = rows.slice(0, limit).map(({ confirmedAt, answer, answeredAt, ...row }) => ({
      at: new Date(answeredAt ?? confirmedAt ?? 0),
      title: answer ? say(calendarEventsWords, language).answer[answer] : say(announcementsWords, language).confirm,
      text: row.text,
      data: { postId: row.id, confirmedAt, answer, answeredAt },
    }))
    return { items, next: rows.length > limit ? (items.at(-1)?.data.postId ?? null) : null }
  },
}
