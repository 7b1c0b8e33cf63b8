import { shownBy, type Picture } from './pictures.ts'

/** Somebody shown in a letter: who invites, who wrote. */
export interface LetterPerson {
  name: string
  /** Square, and small: it travels with every letter. */
  photo?: Picture | undefined
  /** Role or company, already in the letter's language. */
  detail?: string
  external?: boolean
}

/** What the frame of every letter needs to know. */
interface LetterFrame {
  language: string
  brand: { name: string; colour: string }
  preheader: string
}

// Mail programs know tables and inline styles; whatever is in <style> is a gift to the better ones (dark mode).
/** Looks that all parts share. */
export const font = `font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;`
/** A word without end makes no letter wider than the screen. */
export const breaking = 'word-wrap:break-word;overflow-wrap:anywhere;'
/** The colours of words. */
export const ink = '#1f2328'
export const quiet = '#5c6370'
export const amber = '#8a4b00'

/** The whole page around the rows of a letter. */
export function document(letter: LetterFrame, rows: string, below: string): string {
  return `<!doctype html>
<html lang="${letter.language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${escape(letter.brand.name)}</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background: #141517 !important; }
  .card { background: #1f2124 !important; border-color: #34373c !important; }
  .ink { color: #e6e8eb !important; }
  .quiet, .quiet a { color: #a3a9b3 !important; }
  .soft { background: #2a2d31 !important; }
  .amber { color: #ffb454 !important; }
  .team { background: #143d35 !important; color: #7fdcc4 !important; }
  .outside { background: #4a3413 !important; color: #ffb454 !important; }
  .face { background: #3a3e44 !important; color: #e6e8eb !important; }
  .face-outside { background: #4a3413 !important; color: #ffb454 !important; }
}
@media (max-width: 480px) {
  .inside { padding-left: 20px !important; padding-right: 20px !important; }
}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f2f3f5;">
<div role="main" lang="${letter.language}">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all;">${escape(letter.preheader)}${'&#847;&zwnj;&nbsp;'.repeat(30)}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f2f3f5;">
<tr><td align="center" style="padding:32px 12px;">
<table role="presentation" class="card" width="560" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:560px;background:#ffffff;border:1px solid #e3e5e8;border-radius:12px;">
${rows}
<tr><td style="height:20px;line-height:20px;font-size:0;">&nbsp;</td></tr>
</table>
${below}
</td></tr>
</table>
</div>
</body>
</html>
`
}

/** Who sends: the initial of the portal in its colour, and its name. */
export function header(brand: LetterFrame['brand']): string {
  const mark = `background:${brand.colour};color:${readableOn(brand.colour)};border-radius:8px;width:32px;height:32px;text-align:center;`
  return row(
    `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>
<td width="32" height="32" align="center" valign="middle" style="${mark}${font}font-size:16px;line-height:32px;font-weight:700;">${escape(initials(brand.name, 1))}</td>
<td class="ink" style="padding-left:12px;${font}font-size:16px;line-height:20px;font-weight:600;color:${ink};">${escape(brand.name)}</td>
</tr></table>`,
    '28px 32px 12px',
  )
}

/** The first line, larger than the rest. */
export function greeting(text: string): string {
  const style = `margin:0;${font}font-size:20px;line-height:28px;font-weight:600;color:${ink};${breaking}`
  return row(`<h1 class="ink" style="${style}">${escape(text)}</h1>`, '12px 32px 0')
}

/** One paragraph; line breaks are kept. */
export function paragraph(text: string): string {
  return row(
    `<p class="ink" style="margin:0;${font}font-size:15px;line-height:23px;color:${ink};${breaking}">${lines(text)}</p>`,
    '12px 32px 0',
  )
}

/** A person with their photo, which comes with the letter since nothing is loaded from outside, or with initials; amber when external. */
export function person(who: LetterPerson): string {
  const face = who.external ? 'background:#ffe8c7;color:#8a4b00;' : 'background:#e3e5e8;color:#3b4048;'
  const name = who.external ? `class="amber" style="color:${amber};` : `class="ink" style="color:${ink};`
  const detail = who.detail
    ? `<div class="quiet" style="${font}font-size:13px;line-height:18px;color:${quiet};">${escape(who.detail)}</div>`
    : ''
  return row(
    `<table role="presentation" class="soft" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f6f7f8;border-radius:10px;"><tr>
<td width="44" style="padding:12px 0 12px 14px;"><table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td class="${who.external ? 'face-outside' : 'face'}" width="44" height="44" align="center" valign="middle" style="${face}width:44px;height:44px;border-radius:22px;${font}font-size:15px;line-height:44px;font-weight:600;">${faceOf(who)}</td></tr></table></td>
<td style="padding:12px 14px;"><div ${name}${font}font-size:15px;line-height:20px;font-weight:600;${breaking}">${escape(who.name)}</div>${detail}</td>
</tr></table>`,
    '20px 32px 0',
  )
}

/** Where a mail program shows no pictures, the initials stand in its place. */
function faceOf({ name, photo }: LetterPerson): string {
  const letters = escape(initials(name, 2))
  if (!photo) return letters
  return `<img src="${shownBy(photo)}" width="44" height="44" alt="${letters}" style="display:block;width:44px;height:44px;border:0;border-radius:22px;object-fit:cover;">`
}

/** Words that somebody wrote, set off by the brand colour. */
export const quote = (text: string, colour: string): string => row(quoted(text, colour), '20px 32px 0')

/** The same within a row. */
export function quoted(text: string, colour: string): string {
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td style="border-left:3px solid ${colour};padding:2px 0 2px 14px;"><p class="ink" style="margin:0;${font}font-size:15px;line-height:23px;color:${ink};${breaking}">${lines(text)}</p></td></tr></table>`
}

/** A small face with what its bearer did beside it. */
export function faceRow(who: LetterPerson, beside: string): string {
  const look = who.external ? 'background:#ffe8c7;color:#8a4b00;' : 'background:#e3e5e8;color:#3b4048;'
  const face = `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td class="${who.external ? 'face-outside' : 'face'}" width="36" height="36" align="center" valign="middle" style="${look}width:36px;height:36px;border-radius:18px;${font}font-size:13px;line-height:36px;font-weight:600;">${escape(initials(who.name, 2))}</td></tr></table>`
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>
<td width="36" valign="top" style="padding-right:12px;">${face}</td>
<td valign="top">${beside}</td>
</tr></table>`
}

/** The one thing to do, and the same as a link to copy. */
export function button(act: { label: string; url: string; hint?: string }, colour: string): string {
  const url = escape(act.url)
  const cell = `<td align="center" bgcolor="${colour}" style="border-radius:8px;background:${colour};"><a href="${url}" style="display:inline-block;padding:13px 26px;${font}font-size:15px;line-height:20px;font-weight:600;color:${readableOn(colour)};text-decoration:none;border-radius:8px;">${escape(act.label)}</a></td>`
  const drawn = row(
    `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>${cell}</tr></table>`,
    '24px 32px 8px',
  )
  if (!act.hint) return drawn
  const small = `margin:0;${font}font-size:12px;line-height:18px;color:${quiet};word-break:break-all;`
  const link = `<a href="${url}" style="color:${quiet};text-decoration:underline;">${url}</a>`
  return `${drawn}\n${row(`<p class="quiet" style="${small}">${escape(act.hint)}<br>${link}</p>`, '4px 32px 4px')}`
}

/** The small lines below the card, and links to what the reader may change. */
export function footer(texts: string[], links: { label: string; url: string }[] = []): string {
  const style = `margin:0 0 4px;${font}font-size:12px;line-height:18px;color:${quiet};text-align:center;${breaking}`
  const said = texts.map((text) => `<p class="quiet" style="${style}">${lines(text)}</p>`)
  const linked = links.map(
    ({ label, url }) =>
      `<a href="${escape(url)}" style="color:${quiet};text-decoration:underline;overflow-wrap:anywhere;">${escape(label)}</a>`,
  )
  const drawn = [
    ...said,
    ...(linked.length > 0 ? [`<p class="quiet" style="${style}">${linked.join(' &nbsp;·&nbsp; ')}</p>`] : []),
  ]
  return `<table role="presentation" width="560" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:560px;"><tr><td class="inside" style="padding:20px 32px 0;">${drawn.join('\n')}</td></tr></table>`
}

/** One row of the card. */
export function row(content: string, padding: string): string {
  return `<tr><td class="inside" style="padding:${padding};">${content}</td></tr>`
}

/** Whatever a person wrote, as words and nothing else. */
export function escape(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '')
}

/** The same, with its lines kept. */
export function lines(text: string): string {
  return escape(text).replace(/\r?\n/g, '<br>')
}

function initials(name: string, count: number): string {
  const first = name.match(/(?<![\p{L}\p{M}\p{N}])[\p{L}\p{N}]/gu) ?? []
  return first.slice(0, count).join('').toUpperCase()
}

/** White where it keeps WCAG's contrast of 4.5 to 1 with the colour, otherwise near-black, which then does. */
function readableOn(colour: string): string {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.183 ? '#14161a' : '#ffffff'
}
