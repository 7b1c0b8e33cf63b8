import { CloseButton, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { uiWords } from '../words.ts'
import { useWords } from '../words/useWords.ts'
import classes from './Dialog.module.css'
import { Named } from './Named.tsx'
import type { ShownPerson } from './person.ts'

interface DialogProps {
  opened: boolean
  close: () => void
  title: string
  /** Whom the title names: the name in it carries its marks. */
  about?: ShownPerson | null | undefined
  children: ReactNode
}

/** A small question in the middle of the page. Focus is kept inside and given back; Escape closes. */
export function Dialog({ opened, close, title, about, children }: DialogProps) {
  const words = useWords(uiWords)
  return (
    <Modal.Root opened={opened} onClose={close} centered>
      <Modal.Overlay backgroundOpacity={0.28} />
      <Modal.Content aria-label={title}>
        <div className={classes.head}>
          <h2 className={classes.title}>
            <Named person={about}>{title}</Named>
          </h2>
          <CloseButton onClick={close} aria-label={words.close} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
