import { ActionIcon, Button } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useRef } from 'react'
import { useWords } from '#ui/words/useWords.ts'
import { writingWords } from '../../words.ts'
import type { Files } from './useFiles.ts'

/** Chooses files to be attached. `named` is for a row in which other things say their names. */
export function AttachButton({ files, named = false }: { files: Files; named?: boolean }) {
  const words = useWords(writingWords).files
  const input = useRef<HTMLInputElement>(null)
  const choose = () => input.current?.click()
  return (
    <>
      {named ? (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconPaperclip size={17} aria-hidden />}
          onClick={choose}
        >
          {words.title}
        </Button>
      ) : (
        <ActionIcon variant="subtle" color="gray" size={30} aria-label={words.add} title={words.add} onClick={choose}>
          <IconPaperclip size={18} aria-hidden />
        </ActionIcon>
      )}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={words.add}
        onChange={(event) => {
          void files.add([...(event.currentTarget.files ?? [])])
          // The same file can be chosen once more.
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
