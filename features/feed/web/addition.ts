import type { Icon } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Label, Language } from '#ui/words/catalogue.ts'
import type { Me } from '#ui/me.ts'
import type { NewPoll } from '../polls/contract.ts'

/** What of the request that makes a post is not its words: each thing that a post can have beside them. */
export interface Added {
  poll?: NewPoll
}

/** What one fills in for a thing that is added to a post. */
export interface AdditionFields<Value> {
  value: Value
  onChange: (value: Value) => void
  /** Adds it no more. */
  remove: () => void
}

/** A thing that can be added to a post while it is written. */
export interface Addition<Value = unknown> {
  /** The field of the request that it fills. */
  part: keyof Added
  icon: Icon
  label: Label
  /** Whether it is offered to somebody, here. */
  offered: (here: { me: Me; groupId: string | null }) => boolean
  /** What it begins with. */
  empty: Value
  Fields: ComponentType<AdditionFields<Value>>
  /** Why it cannot be sent yet, in a sentence; null when it can. */
  missing: (value: Value, language: Language, me: Me) => string | null
  /** Its part of the request. */
  asked: (value: Value, me: Me) => Added
  /** Whether a post with it needs no words of its own. */
  speaks: boolean
}
