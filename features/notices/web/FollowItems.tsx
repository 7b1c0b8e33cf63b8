import { Menu } from '@mantine/core'
import { IconBell, IconBellOff, IconBellRinging } from '@tabler/icons-react'
import { useWords } from '#ui/words/useWords.ts'
import { noticesWords } from '../words.ts'
import { useFollow } from './useFollow.ts'

/** In the menu of a post, a task or a group: follow it, mute it, or take that back. */
export function FollowItems({ kind, id }: { kind: string; id: string }) {
  return ['post', 'task', 'group'].includes(kind) ? <Items kind={kind} id={id} /> : null
}

function Items({ kind, id }: { kind: string; id: string }) {
  const { follow: words } = useWords(noticesWords)
  const { following, change } = useFollow({ kind, id })
  if (!following) return null
  const ofGroup = kind === 'group'
  const { state, told } = following
  if (state === 'muted')
    return (
      <Menu.Item leftSection={<IconBell size={16} aria-hidden />} onClick={() => change('usual')}>
        {ofGroup ? words.unmuteGroup : words.unmute}
      </Menu.Item>
    )
  return (
    <>
      {state === 'followed' && (
        <Menu.Item leftSection={<IconBell size={16} aria-hidden />} onClick={() => change('usual')}>
          {ofGroup ? words.stopGroup : words.stop}
        </Menu.Item>
      )}
      {!told && (
        <Menu.Item leftSection={<IconBellRinging size={16} aria-hidden />} onClick={() => change('followed')}>
          {ofGroup ? words.followGroup : words.follow}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconBellOff size={16} aria-hidden />} onClick={() => change('muted')}>
        {ofGroup ? words.muteGroup : words.mute}
      </Menu.Item>
    </>
  )
}
