import { useLanguage } from '../words/useWords.ts'
import { useOver } from './over.ts'
import { PageFrame } from './PageFrame.tsx'
import { SlideOver } from './SlideOver.tsx'

/** The record that the address asks for over the present page. */
export function RecordOver() {
  const { path, found, close } = useOver()
  const { language } = useLanguage()
  return (
    <SlideOver opened={found !== null} onClose={close} label={found?.record.label(language) ?? ''} page={path ?? '/'}>
      {found && path && <PageFrame key={path} page={found.record} params={found.params} />}
    </SlideOver>
  )
}
