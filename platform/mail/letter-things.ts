import { amber, breaking, escape, faceRow, font, ink, lines, quiet, quoted, row } from './letter-parts.ts'
import type { LetterPerson } from './letter-parts.ts'

/** For whom something is, in few words: the team alone, or people from outside too. */
export interface LetterMark {
  text: string
  tone: 'team' | 'outside'
}

/** One thing that happened. The name of whoever did it, where it stands in the sentence, carries their marks. */
export interface LetterEntry {
  person: LetterPerson | null
  sentence: string
  /** When, where that is not when the letter came. */
  at?: string
  mark?: LetterMark | undefined
  /** What somebody wrote. */
  quote?: string
  /** What is to be known beside: until when. */
  lines?: string[]
}

/** A thing of the portal with what happened to it. */
export interface LetterThing {
  /** Its name as a link; left out where the letter is about nothing else. */
  title?: { text: string; url: string }
  group?: { text: string; external: boolean } | undefined
  mark?: LetterMark | undefined
  entries: LetterEntry[]
}

const small = `${font}font-size:13px;line-height:18px;`

/** Things as rows of the page. */
export function thing({ title, group, mark, entries }: LetterThing, colour: string): string {
  const heading =
    title &&
    row(
      `<h2 style="margin:0;${font}font-size:16px;line-height:22px;font-weight:600;${breaking}"><a class="ink" href="${escape(title.url)}" style="color:${ink};text-decoration:underline;">${escape(title.text)}</a></h2>`,
      '24px 32px 0',
    )
  const place = [
    group &&
      `<span ${group.external ? `class="amber" style="color:${amber};` : `class="quiet" style="color:${quiet};`}">${escape(group.text)}</span>`,
    mark && chip(mark),
  ].filter(Boolean)
  const where =
    place.length > 0 && row(`<p style="margin:0;${small}${breaking}">${place.join(' &nbsp;')}</p>`, '4px 32px 0')
  return [heading, where, ...entries.map((one) => entry(one, colour))].filter(Boolean).join('\n')
}

function chip({ text, tone }: LetterMark): string {
  const look =
    tone === 'team'
      ? 'class="team" style="background:#d9f2ec;color:#0b5c4c;'
      : 'class="outside" style="background:#ffe8c7;color:#8a4b00;'
  return `<span ${look}display:inline-block;padding:1px 8px;border-radius:9px;${font}font-size:12px;line-height:18px;">${escape(text)}</span>`
}

function entry({ person, sentence, at, mark, quote, lines: beside = [] }: LetterEntry, colour: string): string {
  const time = at ? `<div class="quiet" style="${small}color:${quiet};">${escape(at)}</div>` : ''
  const marked = mark ? `<div style="padding-top:2px;">${chip(mark)}</div>` : ''
  const said = `<div class="ink" style="${font}font-size:15px;line-height:21px;color:${ink};${breaking}">${named(sentence, person)}</div>${time}${marked}`
  const facts = beside.map(
    (line) =>
      `<p class="ink" style="margin:8px 0 0;${font}font-size:15px;line-height:21px;color:${ink};">${lines(line)}</p>`,
  )
  const words = quote ? `<div style="padding-top:10px;">${quoted(quote, colour)}</div>` : ''
  const whole = `${said}${words}${facts.join('')}`
  return row(person ? faceRow(person, whole) : whole, '18px 32px 0')
}

/** The sentence with the name in it set off, amber and with the company where its bearer is from outside. */
function named(sentence: string, person: LetterPerson | null): string {
  const at = person ? sentence.indexOf(person.name) : -1
  if (!person || at < 0) return escape(sentence)
  const { name, detail, external } = person
  const bold = external ? `<b class="amber" style="color:${amber};">` : '<b>'
  const company = external && detail ? ` · ${escape(detail)}` : ''
  return `${escape(sentence.slice(0, at))}${bold}${escape(name)}${company}</b>${escape(sentence.slice(at + name.length))}`
}

/** The same for whoever reads letters without looks. */
export function thingInText({ title, group, mark, entries }: LetterThing): string {
  const where = [group?.text, mark?.text].filter(Boolean).join(' · ')
  const head = [title?.text, where, title?.url].filter(Boolean).join('\n')
  return [head, ...entries.map(entryInText)].filter(Boolean).join('\n\n')
}

function entryInText({ person, sentence, at, mark, quote, lines: beside = [] }: LetterEntry): string {
  const who = person?.external && person.detail ? `${person.name} (${person.detail})` : person?.name
  const first = who && person ? sentence.replace(person.name, () => who) : sentence
  const line = [first, at, mark?.text].filter(Boolean).join(' · ')
  const words = quote?.split(/\r?\n/).map((one) => `> ${one}`)
  return [line, ...(words ?? []), ...beside].join('\n')
}
