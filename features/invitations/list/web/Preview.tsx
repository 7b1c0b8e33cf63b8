import { ScrollArea, Table } from '@mantine/core'
import { Dotted } from '#ui/controls/Dotted.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { writtenDay } from '#ui/time.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import { invitationsWords } from '../../words.ts'
import classes from './Preview.module.css'
import type { ReadRow } from './rows.ts'

interface PreviewProps {
  rows: ReadRow[]
  faultOf: (row: ReadRow) => string | null
  good: number
}

/** What was understood of a list, row by row, and why a row cannot be sent. */
export function Preview({ rows, faultOf, good }: PreviewProps) {
  const { list } = useWords(invitationsWords)
  if (rows.length === 0) return null
  const wrong = rows.length - good
  return (
    <div>
      <p className={classes.summary} role="status">
        {list.good(good)}
        {wrong > 0 && ` · ${list.leftOut(wrong)}`}
      </p>
      <ScrollArea.Autosize
        mah={320}
        className={classes.frame}
        viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': list.preview }}
      >
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{list.who}</Table.Th>
              <Table.Th>{list.result}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <PreviewRow key={row.line} row={row} fault={faultOf(row)} />
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
    </div>
  )
}

function PreviewRow({ row, fault }: { row: ReadRow; fault: string | null }) {
  const words = useWords(invitationsWords)
  const { language } = useLanguage()
  const { email, company, position, language: speaks, until } = row
  const called = row.name ? ({ id: '', name: row.name, kind: 'external', company } as const) : null
  return (
    <Table.Tr>
      <Table.Td className={classes.who}>
        {email}
        <div className={classes.more}>
          <Dotted>
            {called && <PersonName person={called} />}
            {!called && company}
            {position}
            {speaks && words.languages[speaks]}
            {until && words.pending.access({ date: writtenDay(until, new Date(), language) })}
          </Dotted>
        </div>
      </Table.Td>
      <Table.Td className={fault ? classes.wrong : classes.more}>{fault ?? words.list.fine}</Table.Td>
    </Table.Tr>
  )
}
