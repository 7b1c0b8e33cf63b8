/** Languages of our letters and the programs that people answer with: Gmail, Outlook, Apple Mail, Thunderbird, Yandex, Mail.ru. */

/** “On Mon, … Anna wrote:” and its like end with one of these, or with the address of whom is quoted, and a colon. */
const wrote =
  /(wrote|writes|пишет|писал|писала|написал|написала|написал\(а\)|pisze|napisał|napisała|napisał\(a\))\s*:$/iu
const addressed = /<[^<>\s]+@[^<>\s]+>\s*:$/u
/** Only such a line that also says when: somebody may end a sentence with “he wrote:”. */
const moment = /\d{1,2}[:.]\d{2}|\b(19|20)\d{2}\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/u
/** Apple Mail in Polish puts it the other way round. */
const turned = /^(Wiadomość napisana przez|Użytkownik)\s.{1,400}(w dniu|dnia|napisał).{0,200}:$/iu

const separators = [
  /^[-–—_=*\s]*(original message|original appointment|forwarded message|begin forwarded message:?)[-–—_=*\s]*$/iu,
  /^[-–—_=*\s]*(исходное сообщение|первоначальное сообщение|пересылаемое сообщение|пересланное сообщение|начало пересылаемого сообщения:?|начало переадресованного сообщения:?)[-–—_=*\s]*$/iu,
  /^[-–—_=*\s]*(oryginalna wiadomość|wiadomość oryginalna|treść oryginalnej wiadomości|przekazana wiadomość|wiadomość przekazana dalej|początek przekazywanej wiadomości:?)[-–—_=*\s]*$/iu,
]

/** Outlook repeats the head of the letter; it begins with the writer, and two more of these follow at once. */
const headBegins = /^[*\s]*(from|от|от кого|od)\s*:[*\s]*\S/iu
const headGoesOn =
  /^[*\s]*(sent|date|to|cc|subject|отправлено|дата|кому|копия|тема|wysłano|wysłane|data|do|dw|temat)\s*:/iu

const signature = /^--\s*$/u
const fromDevice =
  /^(sent from (my|mail|outlook|yahoo|proton)|get outlook for|отправлено (с|из|через)\s|wysłan[eo] (z|za pomocą)\s|pobierz (program )?outlook|скачать outlook|получите outlook)/iu

/** Lines longer than this are no line of a mail program, and are compared no further. */
const longestCompared = 600

/**
 * What somebody wrote themselves in an answer: without the letter that they answered and without their signature. Words below or between what
 * is quoted with `>` stay. Empty where nothing is left.
 */
export function ownWords(text: string): string {
  const lines = plainLines(text)
  const kept: string[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (line.startsWith('>')) continue
    const attribution = attributionAt(lines, at)
    if (attribution > 0) {
      const next = lines.slice(at + attribution).find((one) => one !== '')
      // What is quoted without a mark goes to the end: nobody could tell it from an answer.
      if (next !== undefined && !next.startsWith('>')) break
      at += attribution - 1
      continue
    }
    if (signature.test(line) || separators.some((one) => one.test(compared(line))) || headAt(lines, at)) break
    if (!fromDevice.test(compared(line))) kept.push(line)
  }
  return kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** How many lines, of at most three, say who is quoted below; none is 0. */
function attributionAt(lines: string[], at: number): number {
  if (lines[at] === '') return 0
  for (let count = 1; count <= 3; count++) {
    const some = lines.slice(at, at + count)
    if (some.length < count || some.some((line) => line === '' || line.startsWith('>'))) return 0
    const said = compared(some.join(' ').replace(/^[*\s]+|[*\s]+$/g, ''))
    if ((wrote.test(said) || addressed.test(said)) && moment.test(said)) return beginsHere(some) ? count : 0
    if (turned.test(said)) return count
  }
  return 0
}

/** A paragraph that somebody wrote right above is not part of it: what is quoted begins with a day, a date or a name of one. */
const beginsHere = ([first = '']: string[]): boolean => opening.test(first)
const opening =
  /^[*\s]*(on\b|le\b|am\b|at\b|в\b|w dniu|dnia|\d|"|“|<|(mon|tue|wed|thu|fri|sat|sun)|(пн|вт|ср|чт|пт|сб|вс)[.,\s]|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|(pon|wt|śr|czw|pt|sob|niedz|ndz)[.,\s]|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|вы\s|\p{Lu}[^:]{0,80}<[^<>\s]+@)/iu

function headAt(lines: string[], at: number): boolean {
  // Outlook draws a line above it.
  if (/^_{10,}$/.test(lines[at] ?? '')) return headAt(lines, at + 1)
  if (!headBegins.test(compared(lines[at] ?? ''))) return false
  return lines.slice(at + 1, at + 6).filter((line) => headGoesOn.test(compared(line))).length >= 2
}

const compared = (line: string): string => line.slice(0, longestCompared)

/** Lines without their ends, with plain blanks, and without what nobody sees. */
const plainLines = (text: string): string[] =>
  text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\u00a0\u2007\u202f\t]/g, ' ')
    .replace(/[^\n\P{Cc}]|[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
    .split('\n')
    .map((line) => line.trimEnd())
