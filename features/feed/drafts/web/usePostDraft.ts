import { useState } from 'react'
import { addressed, type Addressing } from '#features/groups/web/door.tsx'
import type { Keeping } from '#features/writing/web/door.tsx'
import { asked, onlyGroup, ofReached, type Chosen } from '../../addressing/web/chosen.ts'
import { feed } from '../../web/api.ts'
import type { BesideAsked, BesidePost, PostDraft } from '../contract.ts'

interface Composing {
  /** The group on whose page the composer stands. */
  groupId: string | undefined
  /** Whom it begins with. */
  first: readonly Chosen[]
  /** Whom it is for where that was chosen. */
  changed: readonly Chosen[] | null
  setChanged: (chosen: Chosen[] | null) => void
  addressing: Addressing
  additions: {
    kept: () => BesidePost['additions']
    bring: (additions: PostDraft['additions']) => void
  }
}

/** Those whom a draft was for and who cannot be written to any more. */
export type Lost = PostDraft['lost']

/** How a post is kept while it is written: its words and files by the composer, and here whom it is for and what is added to it. */
export function usePostDraft({ groupId, first, changed, setChanged, addressing, additions }: Composing): {
  keeping: Keeping<PostDraft, BesideAsked>
  lost: Lost | null
  forgetLost: () => void
} {
  const [lost, setLost] = useState<Lost | null>(null)
  const of = groupId ? { groupId } : {}
  const added = additions.kept()
  const address = addressing.chosen && addressed(addressing.chosen)
  return {
    keeping: {
      calls: {
        key: ['drafts', 'post', groupId ?? null],
        ask: () => feed.draft.call(of),
        keep: (body, began) => feed.keepDraft.call({ ...of, ...body, began }),
        drop: (began) => feed.throwDraft.call({ ...of, began }),
      },
      beside: {
        ...(changed ? { to: asked(changed) } : {}),
        ...(address ? { address } : {}),
        additions: added,
        lost: lost !== null,
      },
      bare: (changed ?? []).length === 0 && Object.keys(added).length === 0,
      bring(draft) {
        const chosen = draft?.to?.map(ofReached) ?? null
        setChanged(chosen)
        additions.bring(draft?.additions ?? {})
        setLost(draft && draft.lost.to.length + draft.lost.others > 0 ? draft.lost : null)
        if (!draft) return
        const { audience, lane } = draft.address ?? {}
        const before = audience ? { audience, ...(lane ? { lane } : {}) } : null
        addressing.restore(onlyGroup(chosen ?? first)?.id ?? null, before)
      },
    },
    lost,
    forgetLost: () => setLost(null),
  }
}
