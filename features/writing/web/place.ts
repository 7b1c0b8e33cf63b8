import type { ShownPerson } from '#ui/controls/person.ts'

/** Where something is being written and for whom: it decides whom one can mention. */
export interface Place {
  /** Not chosen yet: then nobody is offered. */
  groupId: string | null
  tool: 'feed' | 'tasks'
  audience: 'everyone' | 'team'
  laneId?: string | undefined
  /** Where it is in no group: the post or task below which it stands, or whose words it is. */
  threadId?: string
  /** Where no group is chosen: those to whom it is written by name, who are offered then. */
  people?: ShownPerson[]
}
