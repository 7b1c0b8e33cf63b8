import { IconEye, IconLock, IconWorld } from '@tabler/icons-react'
import { useMeOrNobody } from '../me.ts'
import { uiWords } from '../words.ts'
import { useLanguage, useWords } from '../words/useWords.ts'
import { audienceSentence, seenFromOutside, type Readers } from './audience.ts'
import classes from './AudienceLine.module.css'

/** The line under every composer that says who will read; told to screen readers when it changes. */
export function AudienceLine(readers: Readers) {
  const words = useWords(uiWords)
  const { language } = useLanguage()
  const me = useMeOrNobody()
  const counted = me?.kind === 'external' ? seenFromOutside(readers, me.portal.name) : readers
  const outside = readers.audience === 'everyone' && readers.companies.length > 0
  const Icon = outside ? IconWorld : readers.audience === 'team' ? IconLock : IconEye
  return (
    <span className={outside ? `${classes.line} ${classes.outside}` : classes.line} role="status">
      <Icon size={14} aria-hidden className={classes.icon} />
      {audienceSentence(counted, words, language)}
    </span>
  )
}
