import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { sentenceOf } from '#ui/errors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { writingWords } from '../../words.ts'
import { uploadPicture } from '../upload.ts'

/** A picture that is on its way. */
export interface Upload {
  key: string
  percent: number
}

/** What kinds of files are pictures here. */
export const kinds = ['image/png', 'image/jpeg', 'image/webp', 'image/gif']

/** Sends pictures that were chosen, pasted or dropped, and puts each into the text when it is there. */
export function useUploads() {
  const words = useWords(writingWords)
  const shared = useWords(uiWords)
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  async function send(editor: Editor, file: File, at?: number) {
    const key = crypto.randomUUID()
    setUploads((before) => [...before, { key, percent: 0 }])
    const went = (percent: number) =>
      setUploads((before) => before.map((one) => (one.key === key ? { key, percent } : one)))
    try {
      const { id } = await uploadPicture(file, went)
      // What was written meanwhile may have made the text shorter.
      const place = Math.min(at ?? editor.state.selection.to, editor.state.doc.content.size)
      // With a line below it, where one goes on writing.
      editor
        .chain()
        .insertContentAt(place, [{ type: 'picture', attrs: { id } }, { type: 'paragraph' }])
        .run()
    } catch (error) {
      setProblem(sentenceOf(error, shared, words.rules))
    } finally {
      setUploads((before) => before.filter((one) => one.key !== key))
    }
  }
  return {
    uploads,
    problem,
    add(editor: Editor, files: Iterable<File>, at?: number) {
      setProblem(null)
      for (const file of files) void send(editor, file, at)
    },
  }
}

/** Those of some files that are pictures. */
export const picturesAmong = (files: Iterable<File>): File[] => [...files].filter(({ type }) => kinds.includes(type))
