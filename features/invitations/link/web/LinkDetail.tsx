import { Text } from '@mantine/core'
import { useMe } from '#ui/me.ts'
import { shortDay, writtenDay } from '#ui/time.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import { invitationsWords } from '../../words.ts'
import type { RoomLink } from '../contract.ts'

/** Until when a link is good, what it says of whoever comes by it, how many did, and who made it. */
export function LinkDetail({ link }: { link: Omit<RoomLink, 'url' | 'shared'> }) {
  const { link: words } = useWords(invitationsWords)
  const { language } = useLanguage()
  const { timeZone } = useMe()
  const date = shortDay(link.expiresAt, new Date(), language, timeZone)
  const parts = [
    words.until({ date }),
    link.accessUntil && words.access({ date: writtenDay(link.accessUntil, new Date(), language) }),
    link.purpose && words.purpose({ purpose: link.purpose }),
    words.came(link.came),
    link.madeBy && words.by({ name: link.madeBy.name }),
    link.lacking && words.lackingOther,
  ]
  return (
    <Text size="sm" c="dimmed" role="status">
      {parts.filter(Boolean).join(' · ')}
    </Text>
  )
}
