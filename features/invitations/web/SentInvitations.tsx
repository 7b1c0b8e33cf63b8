import { Button } from '@mantine/core'
import { IconMailCheck } from '@tabler/icons-react'
import { StateFrame } from '#ui/controls/StateFrame.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Invitation } from '../contract.ts'
import { invitationsWords } from '../words.ts'

interface SentInvitationsProps {
  sent: Invitation[]
  text: string
  again: () => void
  close: () => void
}

/** So many addresses are read; of more it is enough that they are many. */
const mostNamed = 20

/** Says which letters are on their way, and what comes next. */
export function SentInvitations({ sent, text, again, close }: SentInvitationsProps) {
  const words = useWords(invitationsWords)
  const held = sent.filter(({ state }) => state === 'waiting').length
  return (
    <StateFrame
      role="status"
      icon={IconMailCheck}
      title={held > 0 ? words.portalRules.heldTitle(held) : words.sent(sent.length)}
      text={
        <>
          {sent
            .slice(0, mostNamed)
            .map(({ email }) => email)
            .join(', ')}
          {sent.length > mostNamed && ', …'}
          <br />
          {held > 0 ? words.portalRules.heldText : text}
        </>
      }
      act={
        <>
          <Button variant="default" onClick={again}>
            {words.more}
          </Button>{' '}
          <Button onClick={close} data-autofocus>
            {words.done}
          </Button>
        </>
      }
    />
  )
}
