import { Menu } from '@mantine/core'
import { IconCalendarEvent, IconCalendarPlus } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { queries } from '#ui/queries.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Member } from '../../contract.ts'
import { groups } from '../../web/api.ts'
import { sponsoringWords } from '../words.ts'

interface StayActsProps {
  groupId: string
  member: Member
  /** Asks for the last day. */
  choose: () => void
}

/** In the menu of a member from outside: one click for longer, or another last day. */
export function StayActs({ groupId, member: { person, until }, choose }: StayActsProps) {
  const { stay: words } = useWords(sponsoringWords)
  const renew = useMutation({
    ...groups.renew.mutationOptions(),
    onSuccess: () => queries.invalidateQueries({ queryKey: groups.key() }),
    // The question for a day says what is in the way.
    onError: choose,
  })
  return (
    <>
      {until && (
        <Menu.Item
          leftSection={<IconCalendarPlus size={16} stroke={1.7} aria-hidden />}
          onClick={() => renew.mutate({ id: groupId, personId: person.id })}
        >
          {words.again}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconCalendarEvent size={16} stroke={1.7} aria-hidden />} onClick={choose}>
        {words.setDay}
      </Menu.Item>
    </>
  )
}
