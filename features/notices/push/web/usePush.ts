import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useMe } from '#ui/me.ts'
import { notices } from '../../web/api.ts'
import { abilityOf, endPush, keepPush, subscribe, subscriptionOf, type Ability } from './browser.ts'

/** How push stands in this browser: what it cannot, what somebody refused it, or whether it is on. */
type PushStanding = Exclude<Ability, 'can'> | 'refused' | 'off' | 'on'

/** The browser did not let push be turned on; what it said is of use to nobody. */
export class PushFailed extends Error {
  override name = 'PushFailed'
}

/** Push in this browser and elsewhere, and the ways to turn it on and off. */
export function usePush() {
  const me = useMe()
  const cache = useQueryClient()
  const { permission, look } = usePermission()
  const asked = useQuery(notices.push.queryOptions())
  const settle = () => cache.invalidateQueries({ queryKey: notices.push.key() })
  const turnOn = useMutation({
    mutationFn: async () => {
      // The first thing after the click: browsers ask only then.
      if ((await Notification.requestPermission()) !== 'granted') return
      const { key, here } = asked.data ?? (await notices.push.call())
      const subscription = await subscribe(key).catch((error: unknown) => {
        throw new PushFailed('The browser did not subscribe.', { cause: error })
      })
      await notices.turnPushOn.call(subscriptionOf(subscription))
      keepPush({ person: me.id, here, endpoint: subscription.endpoint })
    },
    onSettled: () => {
      look()
      return settle()
    },
  })
  const turnOff = useMutation({
    mutationFn: async ({ id, present }: { id: string; present: boolean }) => {
      await notices.turnPushOff.call({ id })
      if (present) await endPush()
    },
    onSettled: settle,
  })
  const items = asked.data?.items ?? []
  return { asked, items, turnOn, turnOff, standing: standingOf(permission, items) }
}

function standingOf(permission: NotificationPermission, items: { present: boolean }[]): PushStanding {
  const ability = abilityOf()
  if (ability !== 'can') return ability
  if (permission === 'denied') return 'refused'
  return permission === 'granted' && items.some(({ present }) => present) ? 'on' : 'off'
}

/** What somebody answered this browser; it may be changed beside the page, and not every browser says so. */
function usePermission() {
  const [permission, setPermission] = useState(permissionNow)
  const look = () => setPermission(permissionNow())
  useEffect(() => {
    const changed = () => setPermission(permissionNow())
    const watched = navigator.permissions?.query({ name: 'notifications' }).catch(() => null)
    void watched?.then((status) => status?.addEventListener('change', changed))
    return () => void watched?.then((status) => status?.removeEventListener('change', changed))
  }, [])
  return { permission, look }
}

const permissionNow = (): NotificationPermission => (abilityOf() === 'can' ? Notification.permission : 'default')
