import type { Block, ShownDoc } from '../contract.ts'

/**
 * How deep each heading of a text stands on the page, whose own title is the first level: never more than one below the heading before it, so that
 * whoever moves through headings by ear finds no hole.
 */
export function outlineOf({ content }: ShownDoc): ReadonlyMap<object, number> {
  const found = new Map<object, number>()
  const walk = (blocks: Block<string | null>[], before: number): number =>
    blocks.reduce((last, block) => {
      if (block.type === 'blockquote') return walk(block.content, last)
      if (block.type !== 'heading') return last
      const depth = Math.min(block.attrs.level + 1, last + 1)
      found.set(block, depth)
      return depth
    }, before)
  walk(content, 1)
  return found
}
