import { Text } from '@mantine/core'
import { Dotted } from '#ui/controls/Dotted.tsx'
import { Named } from '#ui/controls/Named.tsx'
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
  return (
    <Text size="sm" c="dimmed" role="status">
      <Dotted>
        {words.until({ date })}
        {link.accessUntil && words.access({ date: writtenDay(link.accessUntil, new Date(), language) })}
        {link.purpose && words.purpose({ purpose: link.purpose })}
        {words.came(link.came)}
        {link.madeBy && <Named person={link.madeBy}>{words.by({ name: link.madeBy.name })}</Named>}
        {link.lacking && words.lackingOther}
      </Dotted>
    </Text>
  )
}
