import { Box } from '@mantine/core'
import { createElement, type ReactNode } from 'react'
import { useWords } from '#ui/words/useWords.ts'
import type { Block, Cell, Row } from '../contract.ts'
import { writingWords } from '../words.ts'
import { inOrder } from './inOrder.ts'
import { Line } from './Line.tsx'
import { Picture } from './Picture.tsx'
import { useReading } from './reading.ts'
import classes from './Written.module.css'

type Shown = string | null

/** Parts of a written text below each other. What has no place of its own in the text is told apart by where it stands. */
export function Blocks({ of }: { of: Block<Shown>[] }) {
  return inOrder(of, (block) => <OneBlock block={block} />)
}

function OneBlock({ block }: { block: Block<Shown> }): ReactNode {
  switch (block.type) {
    case 'paragraph':
      // An empty line is as high as one with words.
      return <p>{block.content?.length ? <Line of={block.content} /> : <br />}</p>
    case 'heading':
      return <Heading block={block} />
    case 'bulletList':
    case 'orderedList': {
      const items = inOrder(block.content, (item) => (
        <li>
          <Blocks of={item.content} />
        </li>
      ))
      return block.type === 'bulletList' ? <ul>{items}</ul> : <ol start={block.attrs?.start}>{items}</ol>
    }
    case 'blockquote':
      return (
        <blockquote>
          <Blocks of={block.content} />
        </blockquote>
      )
    case 'codeBlock':
      return (
        // It scrolls in itself, so the keyboard must get there.
        <Box component="pre" tabIndex={0}>
          <code>{block.content?.map(({ text }) => text).join('')}</code>
        </Box>
      )
    case 'table':
      return <Table rows={block.content} />
    case 'picture':
      return <Picture id={block.attrs.id} alt={block.attrs.alt} />
    case 'horizontalRule':
      return <hr />
  }
}

function Heading({ block }: { block: Extract<Block<Shown>, { type: 'heading' }> }) {
  const { outline } = useReading()
  const { level } = block.attrs
  return createElement(
    `h${outline.get(block) ?? level + 1}`,
    { 'data-level': level },
    <Line of={block.content ?? []} />,
  )
}

/** A table; one that is wider than the page scrolls in itself. */
function Table({ rows }: { rows: Row<Shown>[] }) {
  const words = useWords(writingWords)
  return (
    <Box className={classes.scroll} role="group" aria-label={words.table} tabIndex={0}>
      <table>
        <tbody>
          {inOrder(rows, (row) => (
            <tr>{inOrder(row.content, drawCell)}</tr>
          ))}
        </tbody>
      </table>
    </Box>
  )
}

const drawCell = (cell: Cell<Shown>) =>
  createElement(
    cell.type === 'tableHeader' ? 'th' : 'td',
    { colSpan: cell.attrs?.colspan, rowSpan: cell.attrs?.rowspan },
    <Blocks of={cell.content} />,
  )
