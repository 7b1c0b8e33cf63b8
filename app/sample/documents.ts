import type { Block, Doc, Inline } from '#features/writing/contract.ts'
import type { GroupKey, PersonKey } from './cast.ts'

type Words = string | Inline

const inline = (words: Words): Inline => (typeof words === 'string' ? { type: 'text', text: words } : words)
const p = (...words: Words[]): Block => ({ type: 'paragraph', content: words.map(inline) })
const h = (level: 1 | 2 | 3, text: string): Block => ({ type: 'heading', attrs: { level }, content: [inline(text)] })
const strong = (text: string): Inline => ({ type: 'text', text, marks: [{ type: 'bold' }] })
const item = (block: Block) => ({ type: 'listItem' as const, content: [block] })
const list = (...items: Words[][]): Block => ({ type: 'bulletList', content: items.map((words) => item(p(...words))) })
const steps = (...items: Words[][]): Block => ({
  type: 'orderedList',
  content: items.map((words) => item(p(...words))),
})
const quote = (...words: Words[]): Block => ({ type: 'blockquote', content: [p(...words)] })
const table = ([head = [], ...rows]: string[][]): Block => ({
  type: 'table',
  content: [
    { type: 'tableRow', content: head.map((text) => ({ type: 'tableHeader', content: [p(text)] })) },
    ...rows.map((row) => ({
      type: 'tableRow' as const,
      content: row.map((text) => ({ type: 'tableCell' as const, content: [p(text)] })),
    })),
  ],
})
const doc = (...content: Block[]): Doc => ({ type: 'doc', content })

/** A mention by the key of somebody, or of a group; the seed puts their ids in. */
const at = (id: PersonKey): Inline => ({ type: 'person', attrs: { id } })
const atGroup = (id: GroupKey): Inline => ({ type: 'group', attrs: { id } })

/** What some posts look like: those of people who like order. By the keys of the posts. */
export const documents: Record<string, Doc> = {
  'acme-week': doc(
    h(2, 'This week at Ferry House'),
    list(
      ['Ceilings on the fourth floor are closed.'],
      ['Painting starts in the ', strong('north wing'), '.'],
      ['Floor boxes arrive on Thursday before eight. ', at('ingrid'), ', the gate and the lift, please.'],
    ),
    p('What comes next, and who is there:'),
    table([
      ['Day', 'What', 'Who'],
      ['Thursday', 'Floor boxes, gate 2', 'Ewa'],
      ['Friday', 'Painting, north wing', 'Celine'],
      ['Monday', 'First lorry with furniture', 'Nora'],
    ]),
    p('We are two days ahead. ', at('omar'), ', your cables can come a day earlier if that helps.'),
  ),
  'acme-team-margin': doc(
    p('For us only. The hooks and the second socket cost us more than we thought:'),
    table([
      ['What', 'Cost', 'Whose'],
      ['Hooks', '900 euro', 'ours'],
      ['Second socket', '2,200 euro', 'a change'],
    ]),
    p(
      'I would give Acme the hooks and put the socket on the list of changes. ',
      at('boris'),
      ', is that fine with you?',
    ),
    quote('They will ask for a third floor in the new year; let us be the ones they remember well.'),
  ),
  'everyone-quarter': doc(
    h(2, 'The quarter in four lines'),
    steps(
      ['We handed over ', strong('eleven interiors'), ', nine of them on the day we promised.'],
      ['The workshop ran at 92% without a single night shift. Thank you, ', atGroup('workshop'), '.'],
      [atGroup('almaty'), ' won its second clinic.'],
      ['Our clients scored the handovers 4.7 out of 5, the best figure we have had.'],
    ),
    p(
      'The two late ones were late for the same reason: drawings that changed after the order. ',
      at('boris'),
      ' and ',
      at('celine'),
      ' will propose a simple rule for that.',
    ),
  ),
}
