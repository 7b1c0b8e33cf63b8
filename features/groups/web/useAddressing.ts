import { useState } from 'react'
import { useMe } from '#ui/me.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Group } from '../contract.ts'
import { groupsWords } from '../words.ts'
import { useGroup } from './useGroup.ts'
import { useTool } from './useTool.ts'

/** Those who are kept apart in a group: a company or a person. */
interface Lane {
  id: string
  name: string
}

/** For whom in a group something is written: all, the team, or one lane of those who are kept apart. */
export interface Address {
  audience: 'everyone' | 'team'
  lane?: Lane
  /** Not said yet: for whom at all, or for which of those who are kept apart. Nothing may be sent. */
  choosing?: 'whom' | 'which'
}

const toEveryone: Address = { audience: 'everyone' }
const toNobodyYet: Address = { audience: 'everyone', choosing: 'whom' }

/** What a composer knows of for whom it writes. */
export interface Addressing {
  groupId: string | null
  tool: Group['tools'][number]['tool']
  /** Those who alone read the thing that it stands below. */
  lane: Lane | null
  /** Whether there is anything to choose: for those who work here, where people from outside read too. */
  mayChoose: boolean
  /** How people from outside are kept apart there. */
  isolation: Group['isolation']
  address: Address
  choose: (address: Address) => void
  /** What was chosen; null while it is as it begins. */
  chosen: Address | null
  /** Puts back what was chosen for a group before; null is as it begins. */
  restore: (groupId: string | null, address: Address | null) => void
  /** Why nothing may be sent yet. */
  unaddressed: string | undefined
  /** To be called when something was sent: where one says for whom, one says it each time. */
  sent: () => void
}

/**
 * For whom something is written in a tool of a group. Where people from outside are kept apart it begins with nobody (GRP-8): what is meant
 * for one of them does not reach the others because nothing was chosen. Below what one of them alone reads it begins with that one.
 */
export function useAddressing(groupId: string | null, tool: Addressing['tool'], lane: Lane | null = null): Addressing {
  const words = useWords(groupsWords).address
  const me = useMe()
  const group = useGroup(groupId)
  const { outside } = useTool(groupId, tool)
  const [chosen, setChosen] = useState<{ groupId: string | null; address: Address } | null>(null)
  const works = me.kind === 'employee' && groupId !== null
  const mayChoose = works && (group?.external ?? false) && outside
  const isolation = group?.isolation
  const apart = mayChoose && isolation !== 'open' && !lane
  // Until the group is here nobody knows who would read it.
  const first = apart || (works && !group) ? toNobodyYet : toEveryone
  const address = mayChoose && chosen?.groupId === groupId ? chosen.address : first
  return {
    groupId,
    tool,
    lane,
    mayChoose,
    isolation,
    address,
    choose: (next) => setChosen({ groupId, address: next }),
    chosen: chosen?.groupId === groupId && !chosen.address.choosing ? chosen.address : null,
    restore: (of, next) => setChosen(next && { groupId: of, address: next }),
    unaddressed: address.choosing && (address.choosing === 'whom' ? words.first : words.whichFirst),
    sent: () => apart && setChosen(null),
  }
}

/** What a request says of it. */
export const addressed = ({ audience, lane }: Address): { audience: Address['audience']; laneId?: string } => ({
  audience,
  ...(lane ? { laneId: lane.id } : {}),
})
