import { IconWorld } from '@tabler/icons-react'
import { uiWords } from '../words.ts'
import { useWords } from '../words/useWords.ts'
import classes from './External.module.css'

/** The mark "External" of a person from outside, with their company where it is known: for profiles and headers. */
export function ExternalBadge({ company }: { company?: string | null | undefined }) {
  const words = useWords(uiWords)
  return (
    <span className={classes.badge}>
      <IconWorld size={13} aria-hidden />
      {company ? `${words.externalMark} · ${company}` : words.externalMark}
    </span>
  )
}
