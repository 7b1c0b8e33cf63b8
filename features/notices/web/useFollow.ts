import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Following } from '../contract.ts'
import { notices } from './api.ts'

interface About {
  kind: string
  id: string
}

/** Whether the person follows a post, a task or a group, or has muted it; and the way to change that. */
export function useFollow({ kind, id }: About) {
  const input = { id }
  const ofGroup = kind === 'group'
  const thread = useQuery({ ...notices.thread.queryOptions({ input }), enabled: !ofGroup })
  const group = useQuery({ ...notices.group.queryOptions({ input }), enabled: ofGroup })
  const { change } = useChange({ kind, id })
  return { following: (ofGroup ? group : thread).data, change }
}

function useChange({ kind, id }: About) {
  const cache = useQueryClient()
  const options = { onSettled: () => cache.invalidateQueries({ queryKey: notices.key() }) }
  const ofThread = useMutation(notices.followThread.mutationOptions(options))
  const ofGroup = useMutation(notices.followGroup.mutationOptions(options))
  return {
    change: (state: Following['state'], onSuccess?: () => void) =>
      (kind === 'group' ? ofGroup : ofThread).mutate({ id, state }, onSuccess ? { onSuccess } : {}),
  }
}

/** Mutes what a notice is about, with a way back as long as the notice stands there. */
export function useMute(about: About) {
  const [muted, setMuted] = useState(false)
  const { change } = useChange(about)
  return {
    muted,
    mute: () => change('muted', () => setMuted(true)),
    undo: () => change('usual', () => setMuted(false)),
  }
}
