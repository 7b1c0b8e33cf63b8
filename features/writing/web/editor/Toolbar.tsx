import { FileButton } from '@mantine/core'
import { RichTextEditor } from '@mantine/tiptap'
import {
  IconAt,
  IconColumnInsertRight,
  IconColumnRemove,
  IconPhoto,
  IconRowInsertBottom,
  IconRowRemove,
  IconTable,
  IconTableOff,
} from '@tabler/icons-react'
import { useEditorState, type Editor } from '@tiptap/react'
import type { Icon } from '#ui/section.ts'
import { useWords } from '#ui/words/useWords.ts'
import { writingWords } from '../../words.ts'
import classes from './Editor.module.css'
import { kinds } from './useUploads.ts'

/** The looks that a text can have, as buttons in one row; on a phone the row scrolls. */
export function Toolbar({ editor, addPictures }: { editor: Editor; addPictures: (files: File[]) => void }) {
  const words = useWords(writingWords)
  const inTable = useEditorState({ editor, selector: (now) => now.editor.isActive('table') })
  const table = () => editor.chain().focus().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run()
  return (
    <RichTextEditor.Toolbar className={classes.toolbar ?? ''} role="toolbar" aria-label={words.tools}>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Bold />
        <RichTextEditor.Italic />
        <RichTextEditor.Underline />
        <RichTextEditor.Strikethrough />
        <RichTextEditor.Code />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.BulletList />
        <RichTextEditor.OrderedList />
        <RichTextEditor.Link />
        <Act
          label={words.mention}
          icon={IconAt}
          act={() => editor.chain().focus().insertContent(beforeAt(editor)).run()}
        />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.H1 />
        <RichTextEditor.H2 />
        <RichTextEditor.H3 />
        <RichTextEditor.Blockquote />
        <RichTextEditor.CodeBlock />
        <RichTextEditor.Hr />
        <FileButton accept={kinds.join()} multiple onChange={addPictures}>
          {({ onClick }) => <Act label={words.picture.add} icon={IconPhoto} act={onClick} />}
        </FileButton>
        {!inTable && <Act label={words.control.table} icon={IconTable} act={table} />}
      </RichTextEditor.ControlsGroup>
      {inTable && (
        <RichTextEditor.ControlsGroup>
          <Act
            label={words.inTable.addRow}
            icon={IconRowInsertBottom}
            act={() => editor.chain().focus().addRowAfter().run()}
          />
          <Act
            label={words.inTable.removeRow}
            icon={IconRowRemove}
            act={() => editor.chain().focus().deleteRow().run()}
          />
          <Act
            label={words.inTable.addColumn}
            icon={IconColumnInsertRight}
            act={() => editor.chain().focus().addColumnAfter().run()}
          />
          <Act
            label={words.inTable.removeColumn}
            icon={IconColumnRemove}
            act={() => editor.chain().focus().deleteColumn().run()}
          />
          <Act
            label={words.inTable.remove}
            icon={IconTableOff}
            act={() => editor.chain().focus().deleteTable().run()}
          />
        </RichTextEditor.ControlsGroup>
      )}
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Undo />
        <RichTextEditor.Redo />
      </RichTextEditor.ControlsGroup>
    </RichTextEditor.Toolbar>
  )
}

function Act({ label, icon: Sign, act }: { label: string; icon: Icon; act: () => void }) {
  return (
    <RichTextEditor.Control onClick={act} aria-label={label} title={label}>
      <Sign size={16} aria-hidden />
    </RichTextEditor.Control>
  )
}

/** An "@" asks for somebody only at the beginning of a word. */
const beforeAt = (editor: Editor): string => {
  const { $from } = editor.state.selection
  return /\S$/.test($from.parent.textBetween(0, $from.parentOffset, ' ', 'x')) ? ' @' : '@'
}
