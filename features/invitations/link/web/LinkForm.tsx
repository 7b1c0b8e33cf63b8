import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { From } from '#features/groups/contract.ts'
import { FormError } from '#ui/controls/FormError.tsx'
import { fieldErrorsOf, sentenceOf } from '#ui/errors.ts'
import { queries } from '#ui/queries.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { AccessFields, accessSaid, missingIn } from '../../web/AccessFields.tsx'
import { invitations } from '../../web/api.ts'
import panel from '../../web/InvitePanel.module.css'
import { useRules } from '../../web/useRules.ts'
import { invitationsWords } from '../../words.ts'
import type { RoomLink } from '../contract.ts'

/** A group, and what the portal asks of those who invite into it. */
export interface LinkedGroup {
  id: string
  purpose: boolean
  mostDays: number | null
  /** What the first who comes finds of what was written before. */
  from?: From
}

interface LinkFormProps {
  group: LinkedGroup
  /** The one that is made anew. */
  link: RoomLink | undefined
  /** What else can be done with it. */
  children?: React.ReactNode
}

/** Makes a link, or a new one: what whoever comes by it is let in for and until when, at first as the one before says. */
export function LinkForm({ group, link, children }: LinkFormProps) {
  const { link: words, wrong } = useWords(invitationsWords)
  const rules = useRules()
  const shared = useWords(uiWords)
  const daysAreWrong = link?.lacking === 'DAY_PASSED' || link?.lacking === 'DAY_TOO_FAR'
  const [said, say] = useState({ purpose: link?.purpose ?? '', until: (!daysAreWrong && link?.accessUntil) || '' })
  const [tried, setTried] = useState(false)
  const make = useMutation({
    ...invitations.makeLink.mutationOptions(),
    onSuccess: () => queries.invalidateQueries({ queryKey: invitations.key() }),
  })
  const missing = missingIn(said, group, shared.field.missing)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (Object.keys(missing).length === 0)
          make.mutate({ id: group.id, ...accessSaid(said), ...(group.from ? { from: group.from } : {}) })
      }}
    >
      <Stack gap="md">
        <FormError text={make.error && sentenceOf(make.error, shared, rules)} />
        <div className={panel.pair}>
          <AccessFields
            asked={group}
            wrong={{ ...fieldErrorsOf(make.error, shared, wrong), ...(tried ? missing : {}) }}
            value={said}
            onChange={(change) => say({ ...said, ...change })}
          />
        </div>
        <Group gap="xs">
          <Button type="submit" variant={link && !link.lacking ? 'default' : 'filled'} loading={make.isPending}>
            {link ? words.renew : words.make}
          </Button>
          {children}
        </Group>
        {link && (
          <Text size="sm" c="dimmed">
            {words.renewHint}
          </Text>
        )}
      </Stack>
    </form>
  )
}
