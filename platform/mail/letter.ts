import type { Picture } from './pictures.ts'
import {
  button,
  document,
  footer,
  greeting,
  header,
  paragraph,
  person,
  quote,
  type LetterPerson,
} from './letter-parts.ts'
import { thing, thingInText, type LetterThing } from './letter-things.ts'

/** A letter, described; the words are already in the reader's language, the look is decided here. */
export interface Letter {
  language: 'en' | 'ru' | 'pl'
  /** Colour as #rrggbb. */
  brand: { name: string; colour: string }
  /** What a mail program shows beside the subject. */
  preheader: string
  greeting?: string
  paragraphs: string[]
  person?: LetterPerson
  /** What a person wrote; its line breaks are kept. */
  quote?: string
  /** What happened to things of the portal. */
  things?: LetterThing[]
  /** `hint` stands above the bare link, for those whose program shows no button. */
  button?: { label: string; url: string; hint?: string }
  afterButton?: string[]
  footer: string[]
  /** Below the footer: where the reader says what they want of such letters. */
  links?: { label: string; url: string }[]
}

/** The two forms in which a letter is sent, and the pictures that go along with it. */
export interface RenderedLetter {
  html: string
  text: string
  pictures?: Picture[]
}

/** Draws a letter; every word in it is escaped. Throws RangeError for a link that is not http(s) or a wrong colour. */
export function renderLetter(letter: Letter): RenderedLetter {
  if (!/^#[0-9a-f]{6}$/i.test(letter.brand.colour)) throw new RangeError('A brand colour is written #rrggbb.')
  const links = [letter.button, ...(letter.links ?? []), ...(letter.things ?? []).map(({ title }) => title)]
  if (links.some((link) => link && !/^https?:\/\/[^\s<>"]+$/.test(link.url))) {
    throw new RangeError('A letter links only to http and https.')
  }
  const { photo } = letter.person ?? {}
  return { html: asHtml(letter), text: asText(letter), ...(photo ? { pictures: [photo] } : {}) }
}

function asHtml(letter: Letter): string {
  // A letter has a heading; where nobody is greeted that is what it says first.
  const [heading = '', ...paragraphs] = [...(letter.greeting ? [letter.greeting] : []), ...letter.paragraphs]
  const rows = [
    header(letter.brand),
    heading && greeting(heading),
    ...paragraphs.map(paragraph),
    letter.person && person(letter.person),
    letter.quote && quote(letter.quote, letter.brand.colour),
    ...(letter.things ?? []).map((one) => thing(one, letter.brand.colour)),
    letter.button && button(letter.button, letter.brand.colour),
    ...(letter.afterButton ?? []).map(paragraph),
  ]
  return document(letter, rows.filter(Boolean).join('\n'), footer(letter.footer, letter.links))
}

function asText(letter: Letter): string {
  const { person: who, quote: quoted, button: act } = letter
  const parts = [
    letter.greeting,
    ...letter.paragraphs,
    who && [who.name, who.detail].filter(Boolean).join(', '),
    quoted
      ?.split(/\r?\n/)
      .map((line) => `> ${line}`)
      .join('\n'),
    ...(letter.things ?? []).map(thingInText),
    act && `${act.label}:\n${act.url}`,
    ...(letter.afterButton ?? []),
    ['--', letter.brand.name, ...letter.footer].join('\n'),
    letter.links?.map(({ label, url }) => `${label}:\n${url}`).join('\n'),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}
