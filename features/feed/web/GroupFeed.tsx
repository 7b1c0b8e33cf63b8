import { RuleLine, useGroup, useTool } from '#features/groups/web/door.tsx'
import { RefusedState } from '#ui/controls/RefusedState.tsx'
import type { GroupTabProps } from '#ui/section.ts'
import { useWords } from '#ui/words/useWords.ts'
import { feedWords } from '../words.ts'
import classes from './FeedPage.module.css'
import { PostComposer } from './PostComposer.tsx'
import { PostList } from './PostList.tsx'

/** What is said in one group. An employee who found the group but is not in it reads how to get in. */
export function GroupFeed({ groupId, archived }: GroupTabProps) {
  const words = useWords(feedWords)
  const group = useGroup(groupId)
  const { rule } = useTool(groupId, 'feed')
  if (group && group.mine === null) return <RefusedState text={words.members} />
  return (
    <div className={classes.column}>
      {!archived &&
        (rule ? <RuleLine>{words.rules[rule]}</RuleLine> : <PostComposer key={groupId} groupId={groupId} folds />)}
      <PostList groupId={groupId} />
    </div>
  )
}
