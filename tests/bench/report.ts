import type { FeedFigure } from './feed.ts'
import type { Figure } from './measure.ts'
import type { LiveFigure } from './live.ts'
import type { RequestFigure } from './requests.ts'

/** A table as it is printed: the first column is text, the others are numbers. */
interface Table {
  title: string
  head: string[]
  rows: string[][]
}

const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 1)
const ratio = (value: number): string => value.toFixed(2)

/** What the measurements say: lists with all externals, beside how they were with a tenth of them; then whole requests; then what is heard live. */
export function tablesOf(before: Figure[], after: Figure[], requests: RequestFigure[], live: LiveFigure[]): Table[] {
  const rows = after.map((now) => {
    const then = before.find(({ list, reader }) => list === now.list && reader === now.reader)
    return [
      now.list,
      now.reader,
      ms(now.rules),
      ms(now.owner),
      ratio(now.rules / now.owner),
      then ? ratio(now.rules / then.rules) : '',
      ms(now.whole),
      String(now.statements),
    ]
  })
  return [
    {
      title: 'Lists',
      head: [
        'list',
        'reader',
        'rules ms',
        'owner ms',
        'rules ÷ owner',
        'all ÷ a tenth of the externals',
        'whole ms',
        'statements',
      ],
      rows,
    },
    {
      title: 'Whole requests',
      head: ['request', 'ms', 'bare ms', '÷ bare', 'a second, 16 at once', 'bare, a second', 'bare ÷ portal'],
      rows: requests.map((one) => [
        one.request,
        ms(one.alone),
        ms(one.bareAlone),
        ratio(one.alone / one.bareAlone),
        one.aSecond.toFixed(0),
        one.bareASecond.toFixed(0),
        ratio(one.bareASecond / one.aSecond),
      ]),
    },
    {
      title: 'Live',
      head: ['what', 'median ms', 'p95 ms', 'bare median ms', 'bare p95 ms', 'p95 ÷ bare'],
      rows: live.map((one) => [
        one.what,
        ms(one.median),
        ms(one.p95),
        ms(one.bareMedian),
        ms(one.bareP95),
        ratio(one.p95 / one.bareP95),
      ]),
    },
  ]
}

/** The feed when it had a tenth of its posts, and with all of them. */
export const tableOfFeed = (before: FeedFigure[], after: FeedFigure[], posts: number): Table => ({
  title: `The feed of ${Intl.NumberFormat('en').format(posts)} posts`,
  head: [
    'reader',
    'rules ms',
    'owner ms',
    'rules ÷ owner',
    'p95 ms',
    'p95, a tenth of the posts',
    'p95 ÷ a tenth',
    'whole p95 ms',
  ],
  rows: after.map((now) => {
    const then = before.find(({ reader }) => reader === now.reader)?.p95 ?? Number.NaN
    return [
      now.reader,
      ms(now.rules),
      ms(now.owner),
      ratio(now.rules / now.owner),
      ms(now.p95),
      ms(then),
      ratio(now.p95 / then),
      ms(now.wholeP95),
    ]
  }),
})

/** The table for docs/speed.md. */
export const asMarkdown = ({ title, head, rows }: Table): string =>
  [
    `### ${title}`,
    '',
    row(head),
    row(head.map((_, at) => ((at < 2 && title === 'Lists') || at === 0 ? '---' : '--:'))),
    ...rows.map(row),
    '',
  ].join('\n')

const row = (cells: string[]): string => `| ${cells.join(' | ')} |`

/** The table for a terminal. */
export function asText({ title, head, rows }: Table): string {
  const widths = head.map((cell, at) => Math.max(cell.length, ...rows.map((one) => one[at]?.length ?? 0)))
  const line = (cells: string[]): string => cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')
  return [title, line(head), ...rows.map(line), ''].join('\n')
}
