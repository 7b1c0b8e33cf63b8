import { useState } from 'react'
import type { Invitation } from '../contract.ts'
import { PendingRow, type PendingAct } from './PendingRow.tsx'
import { TitledList } from './TitledList.tsx'

interface PendingListProps {
  title: string
  items: readonly Invitation[]
  /** What can be done with each. */
  can: (invitation: Invitation) => readonly PendingAct[]
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> }
  /** Says into which group each is, where that is not plain from the page. */
  withGroup?: boolean
  level?: 'h2' | 'h3'
}

/** People who were asked in and have not come yet, in grey. */
export function PendingList({ title, items, can, list, withGroup = false, level = 'h3' }: PendingListProps) {
  const [said, say] = useState('')
  return (
    <TitledList title={title} level={level} said={said} list={list}>
      {items.map((item) => (
        <PendingRow key={item.id} invitation={item} can={can(item)} say={say} withGroup={withGroup} />
      ))}
    </TitledList>
  )
}
