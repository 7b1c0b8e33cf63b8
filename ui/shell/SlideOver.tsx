import { ActionIcon, CloseButton, Drawer } from '@mantine/core'
import { IconArrowsDiagonal } from '@tabler/icons-react'
import { Suspense, type ReactNode } from 'react'
import { ListSkeleton } from '../controls/ListSkeleton.tsx'
import { uiWords } from '../words.ts'
import { useWords } from '../words/useWords.ts'
import { PageLink } from './PageLink.tsx'
import classes from './SlideOver.module.css'
import { StandingProvider } from './standing.ts'
import { Arrived } from './Arrived.tsx'

interface SlideOverProps {
  opened: boolean
  onClose: () => void
  /** What it is called for screen readers. */
  label: string
  /** The address of the same thing as a page of its own, if it has one. */
  page?: string
  children: ReactNode
}

/** Slides something over the page from the right. Focus is kept inside and given back; Escape closes. */
export function SlideOver({ opened, onClose, label, page, children }: SlideOverProps) {
  const words = useWords(uiWords)
  return (
    <Drawer.Root opened={opened} onClose={onClose} position="right" size={680}>
      <Drawer.Overlay backgroundOpacity={0.28} />
      <Drawer.Content aria-label={label} radius={0}>
        <div className={classes.bar}>
          <span className={classes.label}>{label}</span>
          {page && (
            <ActionIcon component={PageLink} to={page} aria-label={words.openAsPage} title={words.openAsPage}>
              <IconArrowsDiagonal size={18} aria-hidden />
            </ActionIcon>
          )}
          <CloseButton onClick={onClose} aria-label={words.close} />
        </div>
        <Drawer.Body className={classes.body}>
          <StandingProvider value="over">
            <Suspense fallback={<ListSkeleton rows={4} />}>
              <Arrived>{children}</Arrived>
            </Suspense>
          </StandingProvider>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  )
}
