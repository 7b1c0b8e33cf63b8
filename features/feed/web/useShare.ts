import { IconLink } from '@tabler/icons-react'
import { useState } from 'react'
import type { RecordAct } from '#ui/controls/RecordMenu.tsx'
import { useMe } from '#ui/me.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Post } from '../contract.ts'
import { feedWords } from '../words.ts'

/** Copies the link of a post, and says for whom it opens: for those who read the post, whoever gets it. */
export function useShare({ id, audience, lane, group }: Post): { act: RecordAct; said: string | null } {
  const { share } = useWords(feedWords)
  const me = useMe()
  const [said, setSaid] = useState<string | null>(null)
  // To somebody from outside who is kept apart a post for them and the team is one for everyone: nothing is told of how many that is.
  const opens =
    me.kind === 'external' || !group
      ? share.readers
      : lane
        ? share.lane({ lane: lane.name, group: group.name })
        : share[audience === 'team' ? 'team' : 'everyone']({ group: group.name })
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${window.location.origin}/posts/${id}`)
      setSaid(opens)
    } catch {
      setSaid(share.failed)
    }
  }
  return { act: { label: share.copy, icon: IconLink, onClick: () => void copy() }, said }
}
