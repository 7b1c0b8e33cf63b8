import { UnopenedLink } from './UnopenedLink.tsx'
import { UnreadMention } from './UnreadMention.tsx'
import type { useUnread } from './useUnread.ts'

interface UnreachedProps {
  unread: ReturnType<typeof useUnread>
  /** Takes somebody who is mentioned, or what is linked, out of the text. */
  takeOut: (id: string) => void
}

/** What of a text will not reach its readers, each with the two ways out. */
export function Unreached({ unread, takeOut }: UnreachedProps) {
  return (
    <>
      {unread.open.map((person) => (
        <UnreadMention
          key={person.id}
          person={person}
          takeOut={() => takeOut(person.id)}
          keep={() => unread.keep(person.id)}
        />
      ))}
      {unread.links.map(({ id, title }) => (
        <UnopenedLink key={id} title={title} takeOut={() => takeOut(id)} keep={() => unread.keep(id)} />
      ))}
    </>
  )
}
