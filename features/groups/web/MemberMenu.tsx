import { ActionIcon, Menu } from '@mantine/core'
import { IconCrown, IconDots, IconShield, IconUser, IconUserMinus } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ShownPerson } from '#ui/controls/person.ts'
import { queries } from '#ui/queries.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Member } from '../contract.ts'
import { LastDay } from '../sponsoring/web/LastDay.tsx'
import { StayActs } from '../sponsoring/web/StayActs.tsx'
import { groupsWords } from '../words.ts'
import { groups } from './api.ts'
import { AskFirst } from './AskFirst.tsx'

type Act = Member['role'] | 'remove'

interface MemberMenuProps {
  groupId: string
  member: Member
  owns: boolean
  /** Nothing is changed there any more, but people are still taken out. */
  archived: boolean
}

/** What the owner and moderators can do with a member; each act says first what follows from it. */
export function MemberMenu({ groupId, member, owns, archived }: MemberMenuProps) {
  const words = useWords(groupsWords)
  const [asked, ask] = useState<Act | null>(null)
  const [choosing, setChoosing] = useState(false)
  const done = {
    onSuccess: async () => {
      ask(null)
      await queries.invalidateQueries({ queryKey: groups.key() })
    },
  }
  const change = useMutation({ ...groups.changeMember.mutationOptions(), ...done })
  const remove = useMutation({ ...groups.removeMember.mutationOptions(), ...done })
  const { person, role } = member
  const about = { id: groupId, personId: person.id }
  const acts = [
    ...(archived
      ? []
      : role === 'moderator'
        ? [{ act: 'member' as const, label: words.members.makeMember, Icon: IconUser }]
        : [{ act: 'moderator' as const, label: words.members.makeModerator, Icon: IconShield }]),
    ...(owns && !archived && person.kind === 'employee'
      ? [{ act: 'owner' as const, label: words.members.makeOwner, Icon: IconCrown }]
      : []),
    { act: 'remove' as const, label: words.members.remove, Icon: IconUserMinus },
  ]
  const start = (act: Act) => {
    change.reset()
    remove.reset()
    ask(act)
  }
  const question = useQuestion(asked ?? 'remove', person.kind)
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={words.members.actsOn({ name: person.name })}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {person.kind === 'external' && !archived && (
            <StayActs groupId={groupId} member={member} choose={() => setChoosing(true)} />
          )}
          {acts.map(({ act, label, Icon }) => (
            <Menu.Item
              key={act}
              leftSection={<Icon size={16} stroke={1.7} aria-hidden />}
              onClick={() => start(act)}
              {...(act === 'remove' ? { color: 'red' } : {})}
            >
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <LastDay
        groupId={groupId}
        person={person}
        until={member.until}
        opened={choosing}
        close={() => setChoosing(false)}
      />
      <AskFirst
        opened={asked !== null}
        close={() => ask(null)}
        title={question.title({ name: person.name })}
        about={person}
        text={question.text}
        act={acts.find(({ act }) => act === asked)?.label ?? words.members.remove}
        onConfirm={() =>
          asked === 'remove' || asked === null ? remove.mutate(about) : change.mutate({ ...about, role: asked })
        }
        busy={change.isPending || remove.isPending}
        error={change.error ?? remove.error}
        grave={asked === 'remove'}
      />
    </>
  )
}

function useQuestion(act: Act, kind: ShownPerson['kind']) {
  const { askMember, askModerator, askOwner, askRemove } = useWords(groupsWords).members
  if (act === 'moderator') return { title: askModerator.title, text: askModerator[kind] }
  if (act === 'member') return askMember
  return act === 'owner' ? askOwner : askRemove
}
