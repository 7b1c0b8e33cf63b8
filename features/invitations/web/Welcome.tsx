import { Button, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { FormError } from '#ui/controls/FormError.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { Named } from '#ui/controls/Named.tsx'
import { PublicTitle } from '#ui/shell/PublicTitle.tsx'
import { uiWords } from '#ui/words.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import type { Look } from '../contract.ts'
import { invitationsWords } from '../words.ts'
import { whatWaits } from '../words/what-waits.ts'
import { WaysIn } from './accountParts.ts'
import { invitations } from './api.ts'
import { hasPasskeys, OfferPasskey } from './OfferPasskey.tsx'
import { RegisterForm } from './RegisterForm.tsx'

/** What a rule of the portal says, not who one is: an invitation would be needed, and does not help at present. */
const keptOut = new Set<Look['refusal']>([
  'LICENCE_FULL',
  'EXTERNALS_SWITCHED_OFF',
  'INVITING_LIMITED',
  'DOMAIN_NOT_ALLOWED',
  'PHONES_SWITCHED_OFF',
])

/** Whoever is turned away because they are here already. */
const hasAccount = new Set<Look['refusal']>(['EMPLOYEES_ARE_ADDED', 'ALREADY_HERE'])

/** Who invites into what, and the one thing to do next. */
export function Welcome({ token, invitation }: { token: string; invitation: Look }) {
  const { join } = useWords(invitationsWords)
  const { group, invitedBy, portal, next, email, refusal, lobby, waiting } = invitation
  const { language } = useLanguage()
  const [asked, setAsked] = useState(false)
  const [plainIn, setPlainIn] = useState<{ groupId: string | null } | null>(null)
  const enterPlain = (groupId: string | null) => (hasPasskeys() ? setPlainIn({ groupId }) : enter(groupId))
  if (plainIn) return <OfferPasskey goOn={() => enter(plainIn.groupId)} />
  if (asked && group) return <Asked group={group.name} />
  const title = group ? join.into({ group: group.name }) : join.portal({ portal })
  return (
    <Stack gap="md">
      <PublicTitle
        title={refusal ? join[keptOut.has(refusal) ? 'keptOutTitle' : 'refusedTitle'] : title}
        text={<Named person={{ id: '', ...invitedBy }}>{join.invitedBy({ ...invitedBy, portal })}</Named>}
      />
      {waiting && <Text>{whatWaits(language, waiting).forComer}</Text>}
      {lobby && !refusal && <Text>{join.lobby}</Text>}
      {next === 'register' && (
        <RegisterForm token={token} email={email} name={invitation.name} enter={enter} enterPlain={enterPlain} />
      )}
      {next === 'join' && <JoinNow token={token} email={email} waits={() => setAsked(true)} />}
      {next === 'enter' && <EnterNow token={token} email={email} />}
      {next === 'signIn' && <SignInFirst token={token} email={email} other={invitation.otherAccount} />}
      {refusal && <Text>{join.refused[refusal]}</Text>}
      {refusal && hasAccount.has(refusal) && (
        <Button component={PageLink} to="/sign-in">
          {join.signIn}
        </Button>
      )}
    </Stack>
  )
}

/** Somebody known signs in right here, and comes back to the invitation. */
function SignInFirst({ token, email, other }: { token: string; email: string; other: boolean }) {
  const { join } = useWords(invitationsWords)
  const back = `/join/${token}`
  return (
    <>
      <Text>{other ? join.knownOther({ email }) : join.known({ email })}</Text>
      {email.includes('@') ? (
        <Suspense fallback={<ListSkeleton rows={3} />}>
          <WaysIn email={email} to={back} />
        </Suspense>
      ) : (
        <Button component={PageLink} to={`/sign-in?way=phone&to=${encodeURIComponent(back)}`}>
          {join.signIn}
        </Button>
      )}
    </>
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
      <FormError text={redeem.error && sentenceOf(redeem.error, shared, { ...rules, ...join.refused })} />
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
      <FormError text={redeem.error && sentenceOf(redeem.error, shared, { ...rules, ...join.refused })} />
      <Text>{join.ready({ email })}</Text>
      <Button loading={redeem.isPending || redeem.isSuccess} onClick={() => redeem.mutate({ token })}>
        {join.joinNow}
      </Button>
    </>
  )
}
