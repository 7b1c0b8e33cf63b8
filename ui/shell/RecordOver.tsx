import { useState } from 'react'
import { useLanguage } from '../words/useWords.ts'
import { useOver } from './over.ts'
import { PageFrame } from './PageFrame.tsx'
import { SlideOver } from './SlideOver.tsx'

/** The record that the address asks for over the present page. */
export function RecordOver() {
  const { over, close } = useOver()
  const { language } = useLanguage()
  // While it slides away it still shows what it was.
  const [shown, setShown] = useState(over)
  if (over && over.path !== shown?.path) setShown(over)
  return (
    <SlideOver
      opened={over !== null}
      onClose={close}
      label={shown?.record.label(language) ?? ''}
      page={shown?.path ?? '/'}
    >
      {shown && <PageFrame key={shown.path} page={shown.record} params={shown.params} />}
    </SlideOver>
  )
}
