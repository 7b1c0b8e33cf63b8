import { Button, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FormError } from '#ui/controls/FormError.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { PublicTitle } from '#ui/shell/PublicTitle.tsx'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Look } from '../contract.ts'
import { invitationsWords } from '../words.ts'
import { invitations } from './api.ts'
import { RegisterForm } from './RegisterForm.tsx'

/** What a rule of the portal says, not who one is: an invitation would be needed, and does not help at present. */
const keptOut = new Set<Look['refusal']>([
  'LICENCE_FULL',
  'EXTERNALS_SWITCHED_OFF',
  'INVITING_LIMITED',
  'DOMAIN_NOT_ALLOWED',
  'PHONES_SWITCHED_OFF',
])

/** Who invites into what, and the one thing to do next. */
export function Welcome({ token, invitation }: { token: string; invitation: Look }) {
  const { join } = useWords(invitationsWords)
  const { group, invitedBy, portal, next, email, refusal, lobby } = invitation
  const [asked, setAsked] = useState(false)
  if (asked && group) return <Asked group={group.name} />
  const title = group ? join.into({ group: group.name }) : join.portal({ portal })
  return (
    <Stack gap="md">
      <PublicTitle
        title={refusal ? join[keptOut.has(refusal) ? 'keptOutTitle' : 'refusedTitle'] : title}
        text={join.invitedBy({ name: invitedBy.name, portal })}
      />
      {lobby && !refusal && <Text>{join.lobby}</Text>}
      {next === 'register' && <RegisterForm token={token} email={email} name={invitation.name} enter={enter} />}
      {next === 'join' && <JoinNow token={token} email={email} waits={() => setAsked(true)} />}
      {next === 'enter' && <EnterNow token={token} email={email} />}
      {next === 'signIn' && (
        <>
          <Text>{join.known({ email })}</Text>
          <Button
            component={PageLink}
            to={`/sign-in?${email.includes('@') ? '' : 'way=phone&'}to=${encodeURIComponent(`/join/${token}`)}`}
          >
            {join.signIn}
          </Button>
        </>
      )}
      {refusal && <Text>{join.refused[refusal]}</Text>}
    </Stack>
  )
}

/** Loads the room anew, because everything is now seen as somebody else. */
function enter(groupId: string | null): void {
  window.location.assign(groupId ? `/groups/${groupId}` : '/')
}

/** Somebody known who has asked: where they are already they stay, and hear by letter. */
function Asked({ group }: { group: string }) {
  const { join } = useWords(invitationsWords)
  return (
    <Stack gap="md" role="status">
      <PublicTitle title={join.waitingTitle} text={join.waitingText({ group })} />
      <Button component={PageLink} to="/">
        {join.goOn}
      </Button>
    </Stack>
  )
}

/** Somebody who was added: one click, so that only they and not their mail program use the link. */
function EnterNow({ token, email }: { token: string; email: string }) {
  const { join, rules, adding, byPhone } = useWords(invitationsWords)
  const shared = useWords(uiWords)
  const redeem = useMutation({
    ...invitations.redeem.mutationOptions(),
    onSuccess: ({ groupId }) => enter(groupId),
  })
  return (
    <>
      <FormError text={redeem.error && sentenceOf(redeem.error, shared, rules)} />
      <Text>{email.includes('@') ? adding.enterText({ email }) : byPhone.add.enter({ number: email })}</Text>
      <Button loading={redeem.isPending || redeem.isSuccess} onClick={() => redeem.mutate({ token })}>
        {join.enter}
      </Button>
    </>
  )
}

function JoinNow({ token, email, waits }: { token: string; email: string; waits: () => void }) {
  const { join, rules } = useWords(invitationsWords)
  const shared = useWords(uiWords)
  const redeem = useMutation({
    ...invitations.redeem.mutationOptions(),
    onSuccess: ({ groupId, waiting }) => (waiting ? waits() : enter(groupId)),
  })
  return (
    <>
      <FormError text={redeem.error && sentenceOf(redeem.error, shared, rules)} />
      <Text>{join.ready({ email })}</Text>
      <Button loading={redeem.isPending || redeem.isSuccess} onClick={() => redeem.mutate({ token })}>
        {join.joinNow}
      </Button>
    </>
  )
}
