import { useState, type ReactNode } from 'react'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import type { GroupTabProps } from '#ui/section.ts'
import { useWords } from '#ui/words/useWords.ts'
import { requestsWords } from '../words.ts'
import classes from './RequestList.module.css'
import { RequestRow } from './RequestRow.tsx'
import { useRequests } from './useRequests.ts'

/** Above the members of a group: who asks to be one. Nothing while nobody does. */
export function RequestList({ groupId }: GroupTabProps) {
  const words = useWords(requestsWords)
  const list = useRequests(groupId)
  const [said, say] = useState<ReactNode>('')
  if (list.isError) return <ErrorState error={list.error} retry={() => void list.refetch()} rules={words.rules} />
  const items = list.data?.items ?? []
  return (
    <div>
      <p className={said ? classes.said : undefined} role="status">
        {said}
      </p>
      {items.length > 0 && (
        <>
          <h2 className={classes.title}>{words.list.title}</h2>
          <ul className={classes.list}>
            {items.map((request) => (
              <RequestRow key={request.id} request={request} say={say} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
