import { TextInput } from '@mantine/core'
import { mergeAttributes, Node } from '@tiptap/core'
import { NodeViewWrapper, ReactNodeViewRenderer, type NodeViewProps } from '@tiptap/react'
import { useWords } from '#ui/words/useWords.ts'
import { writingWords } from '../../words.ts'
import { addressOfPicture } from '../Picture.tsx'

/** A picture while one writes; when it is chosen one says in words what it shows. */
function PictureView({ node, selected, updateAttributes }: NodeViewProps) {
  const words = useWords(writingWords)
  const { id, alt } = node.attrs as { id: string | null; alt: string | null }
  return (
    <NodeViewWrapper>
      {id && <img src={addressOfPicture(id)} alt={alt ?? ''} data-drag-handle />}
      {selected && (
        <TextInput
          size="xs"
          mt={4}
          maxLength={300}
          aria-label={words.picture.describe}
          placeholder={words.picture.describe}
          value={alt ?? ''}
          onChange={(event) => updateAttributes({ alt: event.currentTarget.value || null })}
        />
      )}
    </NodeViewWrapper>
  )
}

/** A picture in the text. Only what was added here: a picture of another page is not taken over. */
export const PictureNode = Node.create({
  name: 'picture',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    id: { default: null, parseHTML: (element) => element.getAttribute('data-picture') },
    alt: { default: null, parseHTML: (element) => element.getAttribute('alt') || null },
  }),
  parseHTML: () => [{ tag: 'img[data-picture]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'img',
    mergeAttributes(HTMLAttributes, { 'data-picture': String(node.attrs.id) }),
  ],
  addNodeView: () => ReactNodeViewRenderer(PictureView),
})
