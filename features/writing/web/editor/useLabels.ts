import type { RichTextEditorLabels } from '@mantine/tiptap'
import { useWords } from '#ui/words/useWords.ts'
import { writingWords } from '../../words.ts'

/** What the buttons of the editor are called. */
export function useLabels(): Partial<RichTextEditorLabels> {
  const words = useWords(writingWords)
  return {
    boldControlLabel: words.control.bold,
    italicControlLabel: words.control.italic,
    underlineControlLabel: words.control.underline,
    strikeControlLabel: words.control.strike,
    codeControlLabel: words.control.code,
    h1ControlLabel: words.control.largeHeading,
    h2ControlLabel: words.control.heading,
    h3ControlLabel: words.control.smallHeading,
    bulletListControlLabel: words.control.bullets,
    orderedListControlLabel: words.control.numbers,
    blockquoteControlLabel: words.control.quote,
    codeBlockControlLabel: words.control.codeBlock,
    hrControlLabel: words.control.line,
    linkControlLabel: words.control.link,
    unlinkControlLabel: words.control.unlink,
    linkEditorInputLabel: words.control.linkAddress,
    linkEditorInputPlaceholder: words.control.linkHint,
    linkEditorSave: words.control.linkSave,
    undoControlLabel: words.control.undo,
    redoControlLabel: words.control.redo,
  }
}
