import { pollAddition } from '../polls/web/pollAddition.ts'
import { announcementAddition } from '../announcements/web/announcementAddition.ts'
import { appreciationAddition } from '../appreciations/web/appreciationAddition.ts'
import { eventAddition } from '../calendar-events/web/eventAddition.ts'
import { tagsAddition } from '../tags/web/tagsAddition.tsx'
import type { Addition } from './addition.ts'

/** One of the list below, whatever it holds: what its fields are given is what it began with, or what they said. */
const addition = <Value>(one: Addition<Value>): Addition => one as unknown as Addition

/** What can be added to a post, in the order in which it is offered. A later kind adds its line. */
export const additions: readonly Addition[] = [
  addition(pollAddition),
  addition(eventAddition),
  addition(appreciationAddition),
  addition(announcementAddition),
  addition(tagsAddition),
]
