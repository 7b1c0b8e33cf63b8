import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useMe } from '#ui/me.ts'
import { partAddress } from '#ui/shell/address.ts'
import { notices } from '../../web/api.ts'
import { abilityOf } from './browser.ts'

/** Draws nothing. Keeps push in this browser in step with the portal: it is on for whoever is signed in and turned it on, and what was read is not shown any more. */
export function PushKeeper() {
  const { id, waiting } = useMe()
  const cache = useQueryClient()
  const navigate = useNavigate()
  useEffect(() => {
    if (abilityOf() !== 'can' || waiting) return undefined
    const hear = ({ data, ports }: MessageEvent<{ kind?: string; path?: string } | null>) => {
      if (data?.kind === 'notices.pushed') void cache.invalidateQueries({ queryKey: notices.key() })
      if (data?.kind !== 'notices.open' || data.path === undefined) return
      ports[0]?.postMessage('gone there')
      const { path, query } = partAddress(data.path)
      void navigate({ to: path, search: query })
    }
    navigator.serviceWorker.addEventListener('message', hear)
    navigator.serviceWorker.startMessages()
    return () => navigator.serviceWorker.removeEventListener('message', hear)
  }, [cache, navigate, waiting])
  useEffect(() => {
    if (abilityOf() !== 'can' || waiting) return undefined
    // Fetched after the page: nobody waits for it.
    const keeping = import('./keeping.ts')
    void keeping.then(({ reconcile }) => reconcile(id)).catch(() => undefined)
    // The count in the bell is asked anew whenever something was read, here or elsewhere.
    const counted = JSON.stringify(notices.count.key())
    return cache.getQueryCache().subscribe(({ type, query }) => {
      if (type === 'updated' && JSON.stringify(query.queryKey).startsWith(counted.slice(0, -1)))
        void keeping.then(({ closeRead }) => closeRead()).catch(() => undefined)
    })
  }, [cache, id, waiting])
  return null
}
