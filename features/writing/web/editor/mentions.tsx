import { mergeAttributes, Node } from '@tiptap/core'
import { NodeViewWrapper, ReactNodeViewRenderer, type NodeViewProps } from '@tiptap/react'
import { GroupName } from '#ui/controls/GroupName.tsx'
import type { ShownPerson } from '#ui/controls/person.ts'
import { PersonName } from '#ui/controls/PersonName.tsx'
import classes from '../Written.module.css'

/** A mention knows by its id whom it is about; `shown` is how they look in the editor, and is never sent. */
const mention = (name: 'person' | 'group', draw: (props: NodeViewProps) => React.ReactNode) =>
  Node.create({
    name,
    group: 'inline',
    inline: true,
    atom: true,
    selectable: true,
    addAttributes: () => ({
      id: { default: null, parseHTML: (element) => element.getAttribute(`data-${name}`) },
      shown: {
        default: null,
        parseHTML: (element) => readShown(element.dataset.shown),
        renderHTML: ({ shown }) => ({ 'data-shown': JSON.stringify(shown) }),
      },
    }),
    parseHTML: () => [{ tag: `span[data-${name}][data-shown]` }],
    renderHTML: ({ node, HTMLAttributes }) => [
      'span',
      mergeAttributes(HTMLAttributes, { [`data-${name}`]: String(node.attrs.id) }),
      '@',
    ],
    renderText: () => '@…',
    addNodeView: () => ReactNodeViewRenderer(draw, { as: 'span' }),
  })

/** What was copied comes back as it looked; what it is stays a matter of the id. */
function readShown(said: string | undefined): unknown {
  try {
    return JSON.parse(said ?? 'null')
  } catch {
    return null
  }
}

/** Somebody who is mentioned. */
export const PersonNode = mention('person', ({ node }) => (
  <NodeViewWrapper as="span" className={classes.mention}>
    @<PersonName person={node.attrs.shown as ShownPerson | null} />
  </NodeViewWrapper>
))

/** A group that is mentioned. */
export const GroupNode = mention('group', ({ node }) => {
  const group = node.attrs.shown as { name: string; external: boolean } | null
  return (
    <NodeViewWrapper as="span" className={classes.mention}>
      @{group && <GroupName name={group.name} external={group.external} />}
    </NodeViewWrapper>
  )
})
