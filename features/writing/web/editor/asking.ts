import { Extension, type Editor, type Range } from '@tiptap/core'
import Suggestion, { type SuggestionProps } from '@tiptap/suggestion'
import type { Asked } from '../mentioning/asked.ts'

/** Who hears that somebody types after an "@": the list, when there is one. Its keys go there first. */
export interface Listener {
  asked: (asked: Asked | null) => void
  key: (event: KeyboardEvent) => boolean
}

interface Chosen {
  type: 'person' | 'group'
  id: string
  shown: object
}

/** Tells what is typed after an "@". Whom it finds is not known here. */
export const asking = (listener: Listener) =>
  Extension.create({
    name: 'asking',
    addProseMirrorPlugins() {
      const tell = ({ query, clientRect, command }: SuggestionProps<never, Chosen>) =>
        listener.asked({ typed: query, at: clientRect?.() ?? null, choose: command })
      return [
        Suggestion<never, Chosen>({
          editor: this.editor,
          char: '@',
          allow: ({ editor }) => !editor.isActive('codeBlock') && !editor.isActive('code'),
          command: ({ editor, range, props: { type, id, shown } }) =>
            insert(editor.chain().focus(), range, { type, attrs: { id, shown } }),
          render: () => ({
            onStart: tell,
            onUpdate: tell,
            onKeyDown: ({ event }) => listener.key(event),
            onExit: () => listener.asked(null),
          }),
        }),
      ]
    },
  })

const insert = (chain: ReturnType<Editor['chain']>, range: Range, node: object) =>
  chain.insertContentAt(range, [node, { type: 'text', text: ' ' }]).run()
