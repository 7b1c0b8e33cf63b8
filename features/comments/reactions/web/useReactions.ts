import { useState } from 'react'
import type { Reaction } from '../contract.ts'
import { markKey, theSix, type Mark } from './reactionName.ts'

interface Wish extends Mark {
  on: boolean
}

/**
 * The reactions to something as they will be: what somebody does is shown before it is answered, and taken back when it fails.
 * `send` resolves when the answer is known to whatever gives `given`.
 */
export function useReactions(given: readonly Reaction[], send: (mark: Mark, on: boolean) => Promise<unknown>) {
  const [wishes, setWishes] = useState<readonly Wish[]>([])
  const [problem, setProblem] = useState<Error | null>(null)
  const without = (all: readonly Wish[], mark: Mark) => all.filter((wish) => markKey(wish) !== markKey(mark))
  const shown = wishes.reduce(wished, given)
  return {
    shown,
    problem,
    async toggle({ kind, emoji }: Mark) {
      const mark = { kind, emoji }
      if (wishes.some((wish) => markKey(wish) === markKey(mark))) return
      const on = !shown.some((one) => one.mine && markKey(one) === markKey(mark))
      setProblem(null)
      setWishes((all) => [...without(all, mark), { ...mark, on }])
      try {
        await send(mark, on)
      } catch (error) {
        setProblem(error instanceof Error ? error : new Error(String(error)))
      } finally {
        setWishes((all) => without(all, mark))
      }
    },
  }
}

function wished(given: readonly Reaction[], { on, kind, emoji }: Wish): readonly Reaction[] {
  const key = markKey({ kind, emoji })
  const there = given.find((one) => markKey(one) === key) ?? { kind, emoji, count: 0, mine: false }
  const count = there.count + Number(on) - Number(there.mine)
  const others = given.filter((one) => markKey(one) !== key)
  return (count > 0 ? [...others, { ...there, count, mine: on }] : others).toSorted((a, b) => place(a) - place(b))
}

const place = ({ kind }: Reaction): number => (kind ? theSix.indexOf(kind) : theSix.length)
