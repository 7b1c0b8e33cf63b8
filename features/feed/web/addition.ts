import type { Icon } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Place } from '#features/writing/web/door.tsx'
import type { Label, Language } from '#ui/words/catalogue.ts'
import type { Me } from '#ui/me.ts'
import type { Chosen } from '../addressing/web/chosen.ts'
import type { NewAnnouncement } from '../announcements/contract.ts'
import type { NewAppreciation } from '../appreciations/contract.ts'
import type { NewCalendarEvent } from '../calendar-events/contract.ts'
import type { NewPoll } from '../polls/contract.ts'

/** What of the request that makes a post is not its words: each thing that a post can have beside them. */
export interface Added {
  poll?: NewPoll
  announcement?: NewAnnouncement
  appreciation?: NewAppreciation
  calendarEvent?: NewCalendarEvent
  tags?: string[]
}

/** Where a post is being written, and by whom. */
export interface Here {
  me: Me
  /** Whether people from outside may read it, now or later. */
  outside: boolean
}

/** What one fills in for a thing that is added to a post. */
export interface AdditionFields<Value> {
  value: Value
  onChange: (value: Value) => void
  /** For whom the post is; null where that is not said. */
  place: Place | null
  /** Adds it no more. */
  remove: () => void
  groupId: string | null
  /** Somebody has just asked for it: its first field takes the focus. What was begun before takes none. */
  comes: boolean
  /** Whom it is for, where that is not one group. */
  chosen: readonly Chosen[]
}

/** A thing that can be added to a post while it is written. */
export interface Addition<Value = unknown> {
  /** The field of the request that it fills. */
  part: keyof Added
  icon: Icon
  label: Label
  /** Whether it is offered to somebody, here. */
  offered: (here: Here) => boolean
  /** Why it cannot stay, where it was added and is offered no more: it is for fewer than those who would read it now. */
  notHere?: Label
  /** What it begins with. */
  empty: Value
  Fields: ComponentType<AdditionFields<Value>>
  /** Why it cannot be sent yet, in a sentence; null when it can. */
  missing: (value: Value, language: Language, me: Me) => string | null
  /** Its part of the request. */
  asked: (value: Value, me: Me) => Added
  /** As a draft keeps it, with ids in place of names, and what comes back of that; left out where it is kept as it is. */
  keep?: (value: Value) => unknown
  bring?: (kept: never) => Value
  /** Whether a post with it needs no words of its own. */
  speaks: boolean
}
