import { ActionIcon, Badge, Menu } from '@mantine/core'
import { IconDeviceMobile, IconDots, IconMail, IconMailForward, IconMailOff } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Dotted } from '#ui/controls/Dotted.tsx'
import { Named } from '#ui/controls/Named.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import type { ShownPerson } from '#ui/controls/person.ts'
import { sentenceOf } from '#ui/errors.ts'
import { useMe } from '#ui/me.ts'
import { queries } from '#ui/queries.ts'
import { shortDay, writtenDay } from '#ui/time.ts'
import { uiWords } from '#ui/words.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import type { Invitation } from '../contract.ts'
import { invitationsWords } from '../words.ts'
import { invitations } from './api.ts'
import classes from './PendingRow.module.css'
import { useRules } from './useRules.ts'

/** What can be done with an invitation that is open. */
export type PendingAct = 'resend' | 'withdraw'

interface PendingRowProps {
  invitation: Invitation
  can: readonly PendingAct[]
  /** Says what came of an act. */
  say: (text: string) => void
  withGroup: boolean
}

/** Somebody who was asked in: the address, by whom, until when, and a new letter or the end of it. */
export function PendingRow({ invitation, can, say, withGroup }: PendingRowProps) {
  const { pending, roles } = useWords(invitationsWords)
  const { email, company, state, role } = invitation
  const called = calledOf(invitation)
  const Face = email.includes('@') ? IconMail : IconDeviceMobile
  return (
    <li className={classes.row}>
      <span className={classes.face}>
        <Face size={17} stroke={1.6} aria-hidden />
      </span>
      <div className={classes.who}>
        <div className={classes.email}>
          <Dotted>
            {called && <PersonName person={called} withoutCompany />}
            {email}
          </Dotted>
          <span className={classes.company}>
            {company && ` · ${company}`}
            {role === 'moderator' && ` · ${roles.moderator}`}
          </span>
        </div>
        <div className={classes.detail}>
          <Detail of={invitation} withGroup={withGroup} />
        </div>
      </div>
      <Badge color={state === 'expired' ? 'red' : 'gray'} className={loud.has(state) ? undefined : classes.plain}>
        {pending[state === 'pending' ? 'invited' : state]}
      </Badge>
      {can.length > 0 && <RowMenu invitation={invitation} can={can} say={say} />}
    </li>
  )
}

/** What the inviter must see on a phone too. */
const loud = new Set<Invitation['state']>(['expired', 'asked', 'declined'])

/** Whoever is here already, or as whoever invited them said; nobody where nothing was said. */
function calledOf(invitation: Invitation): ShownPerson | null {
  const { id, person, groupId } = invitation
  return person ?? (invitation.name ? { id, kind: groupId ? 'external' : 'employee', name: invitation.name } : null)
}

function Detail({ of: invitation, withGroup }: { of: Invitation; withGroup: boolean }) {
  const { invitedBy, expiresAt, state, lobby, accessUntil, groupName } = invitation
  const { pending, all } = useWords(invitationsWords)
  const { language } = useLanguage()
  const { timeZone } = useMe()
  const day = (at: Date) => shortDay(at, new Date(), language, timeZone)
  const came = state === 'asked' || state === 'declined'
  const until = (state === 'expired' ? pending.ended : pending.until)({ date: day(expiresAt) })
  return (
    <Dotted>
      {withGroup && all.into({ group: groupName ?? all.hiddenGroup })}
      {invitedBy && <Named person={invitedBy}>{pending.by({ name: invitedBy.name })}</Named>}
      {!came && until}
      {lobby && !came && pending.lobby}
      {accessUntil && pending.access({ date: writtenDay(accessUntil, new Date(), language) })}
    </Dotted>
  )
}

function RowMenu({ invitation: { id, email }, can, say }: Omit<PendingRowProps, 'withGroup'>) {
  const words = useWords(invitationsWords)
  const rules = useRules()
  const shared = useWords(uiWords)
  const { pending } = words
  const after = (sentence: string) => ({
    async onSuccess() {
      say(sentence)
      await queries.invalidateQueries({ queryKey: invitations.key() })
    },
    onError: (error: Error) => say(sentenceOf(error, shared, rules)),
  })
  const resend = useMutation({ ...invitations.resend.mutationOptions(), ...after(pending.resent({ email })) })
  const withdraw = useMutation({ ...invitations.withdraw.mutationOptions(), ...after(pending.withdrawn({ email })) })
  return (
    <span className={classes.acts}>
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={pending.acts({ email })} loading={resend.isPending || withdraw.isPending}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {can.includes('resend') && (
            <Menu.Item
              leftSection={<IconMailForward size={16} stroke={1.7} aria-hidden />}
              onClick={() => resend.mutate({ id })}
            >
              {pending.resend}
            </Menu.Item>
          )}
          <Menu.Item
            color="red"
            leftSection={<IconMailOff size={16} stroke={1.7} aria-hidden />}
            onClick={() => withdraw.mutate({ id })}
          >
            {pending.withdraw}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </span>
  )
}
