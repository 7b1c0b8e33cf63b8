import { useEffect, useEffectEvent } from 'react'
import { useMe } from '#ui/me.ts'
import { useOpenAddress } from '#ui/shell/over.ts'
import { requests } from './api.ts'

/** Waits with somebody in the lobby; as soon as they are let in, the first that they see is the room. */
export function Arrival({ leave }: { leave: () => void }) {
  const { waiting } = useMe()
  const open = useOpenAddress()
  const arrive = useEffectEvent((groupId: string | null | undefined) => {
    // Whoever is at work on their profile is not torn away from it.
    if (!window.location.pathname.startsWith('/settings')) open(groupId ? `/groups/${groupId}` : '/')
    leave()
  })
  useEffect(() => {
    if (waiting) return
    let gone = false
    const come = (groupId?: string | null) => void (gone || arrive(groupId))
    requests.lobby.call().then(
      ({ items }) => come(items.find((item) => item.groupId)?.groupId),
      () => come(),
    )
    return () => {
      gone = true
    }
  }, [waiting])
  return null
}
