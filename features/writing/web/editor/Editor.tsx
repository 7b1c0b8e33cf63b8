import '@mantine/tiptap/styles.layer.css'
import { Progress } from '@mantine/core'
import { RichTextEditor } from '@mantine/tiptap'
import type { JSONContent } from '@tiptap/core'
import { EditorContent, useEditor, type Editor as Tiptap } from '@tiptap/react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ShownPerson } from '#ui/controls/person.ts'
import { FormError } from '#ui/controls/FormError.tsx'
import { nonce } from '#ui/theme/nonce.ts'
import { useWords } from '#ui/words/useWords.ts'
import { writingWords } from '../../words.ts'
import type { Place } from '../place.ts'
import { linkedIds } from '../links.ts'
import { tidy } from '../tidy.ts'
import type { Acts, Value } from '../value.ts'
import text from '../Written.module.css'
import type { Asked } from '../mentioning/asked.ts'
import classes from './Editor.module.css'
import { extensions } from './extensions.ts'
import { makeKeys } from '../mentioning/keys.ts'
import { MentionList } from '../mentioning/MentionList.tsx'
import { withoutStyles } from './pasted.ts'
import { takeOut } from './takeOut.ts'
import { Toolbar } from './Toolbar.tsx'
import { picturesAmong, useUploads } from './useUploads.ts'
import { useLabels } from './useLabels.ts'

interface EditorProps {
  label: string
  place: Place
  /** What it begins with. */
  initial: JSONContent
  lines: number
  /** Takes the focus, at the end of what stands there. */
  focus: boolean
  readOnly: boolean
  onChange: (value: Value) => void
  send: () => void
  /** What else may be done with it from outside. */
  handle: (acts: Acts) => void
}

/** What the editor calls at any later time. */
interface Now {
  send: () => void
  onChange: (value: Value) => void
  waits: boolean
  add: (files: File[], at?: number) => void
}

/** Whether there were pictures among what was pasted or dropped, which then are added. */
function taken(files: FileList | undefined, add: (files: File[]) => void): boolean {
  const pictures = picturesAmong(files ?? [])
  if (pictures.length > 0) add(pictures)
  return pictures.length > 0
}

/** Where a text with its looks is written. Fetched when somebody begins to write, and not before. */
export function Editor({ label, place, initial, lines, focus, readOnly, onChange, send, handle }: EditorProps) {
  const labels = useLabels()
  const words = useWords(writingWords)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [keys] = useState(makeKeys)
  const { uploads, problem, add } = useUploads()
  const waits = uploads.length > 0
  const now = useRef<Now>({ send, onChange, waits, add: () => undefined })
  const [made] = useState(() => ({
    content: initial,
    extensions: extensions(label, { asked: setAsked, key: keys.press }),
  }))
  const editor = useEditor({
    ...made,
    injectNonce: nonce(),
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        class: `${text.text} ${classes.text}`,
        style: `min-height: ${lines * 1.5}em`,
        // A slide-over that hears Escape would close over what is being written.
        'data-mantine-stop-propagation': 'true',
      },
      transformPastedHTML: withoutStyles,
      handlePaste: (_view, event) => {
        // Word and Google put a picture of the words beside them.
        if (event.clipboardData?.types.includes('text/html')) return false
        return taken(event.clipboardData?.files, now.current.add)
      },
      handleDrop: (view, event, _slice, moved) =>
        !moved &&
        taken(event.dataTransfer?.files, (files) =>
          now.current.add(files, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos),
        ),
      handleKeyDown: (view, event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          now.current.send()
          return true
        }
        // A tabulator works in lists and tables, so there is another way out: on to the button that sends.
        if (event.key === 'Escape' && !view.dom.hasAttribute('aria-controls')) {
          view.dom.closest('form')?.querySelector<HTMLElement>('[type="submit"]')?.focus()
          return true
        }
        return false
      },
    },
    onUpdate: (changed) => now.current.onChange({ ...valueOf(changed.editor), waits: now.current.waits }),
    onCreate: ({ editor: here }) => {
      now.current.onChange({ ...valueOf(here), waits: false })
      handle({
        takeOut: (id) => takeOut(here, id),
        clear: () => here.commands.clearContent(true),
        focus: () => here.commands.focus(),
      })
    },
  })
  useEffect(() => {
    now.current = { send, onChange, waits, add: (files, at) => editor && add(editor, files, at) }
  })
  useEffect(() => {
    if (editor && !editor.isDestroyed) now.current.onChange({ ...valueOf(editor), waits })
  }, [editor, waits])
  useEffect(() => editor?.setEditable(!readOnly, false), [editor, readOnly])
  // At once, and not a moment later as the editor itself would: a key that is pressed in between would go nowhere.
  useLayoutEffect(() => {
    if (!editor || !focus) return
    editor.commands.setTextSelection(editor.state.doc.content.size)
    editor.view.focus()
  }, [editor, focus])
  if (!editor) return null
  return (
    <RichTextEditor editor={editor} labels={labels} withTypographyStyles={false} className={classes.frame ?? ''}>
      <EditorContent editor={editor} />
      {uploads.map(({ key, percent }) => (
        <Progress key={key} value={percent} size="sm" animated={percent === 100} aria-label={words.picture.adding} />
      ))}
      {problem && <FormError text={problem} />}
      <Toolbar editor={editor} addPictures={(files) => add(editor, files)} />
      {asked && <MentionList asked={asked} place={place} keys={keys} field={editor.view.dom} />}
    </RichTextEditor>
  )
}

function valueOf(editor: Tiptap): Omit<Value, 'waits'> {
  const { person, group, horizontalRule, picture } = editor.schema.nodes
  const people = new Map<string, ShownPerson>()
  const hrefs: string[] = []
  let filled = false
  editor.state.doc.descendants((node) => {
    if (node.type === person) people.set(String(node.attrs.id), node.attrs.shown as ShownPerson)
    for (const { type, attrs } of node.marks) if (type.name === 'link') hrefs.push(String(attrs.href))
    filled ||= [person, group, horizontalRule, picture].includes(node.type) || Boolean(node.isText && node.text?.trim())
  })
  return {
    text: editor.getText(),
    document: tidy(editor.getJSON()),
    people: [...people.values()],
    linkIds: linkedIds(hrefs),
    empty: !filled,
  }
}
