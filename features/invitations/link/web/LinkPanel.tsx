import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { CopyField } from '#features/portal/web/door.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { useMe } from '#ui/me.ts'
import { queries } from '#ui/queries.ts'
import { shortDay } from '#ui/time.ts'
import { uiWords } from '#ui/words.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import { invitations } from '../../web/api.ts'
import { invitationsWords } from '../../words.ts'
import type { RoomLink } from '../contract.ts'
import classes from './LinkPanel.module.css'

/** The link into a group (INV-2): made, copied, made anew, switched off; and those that others made, as far as one may know. */
export function LinkPanel({ groupId, close }: { groupId: string; close: () => void }) {
  const { link: words, rules } = useWords(invitationsWords)
  const shared = useWords(uiWords)
  const list = useQuery(invitations.links.queryOptions({ input: { id: groupId } }))
  const after = { onSuccess: () => queries.invalidateQueries({ queryKey: invitations.key() }) }
  const make = useMutation({ ...invitations.makeLink.mutationOptions(), ...after })
  const end = useMutation({ ...invitations.endLink.mutationOptions(), ...after })
  if (list.isPending) return <ListSkeleton rows={3} />
  if (list.isError) return <ErrorState error={list.error} retry={() => void list.refetch()} rules={rules} />
  const own = list.data.items.find((link) => link.shared)
  const others = list.data.items.filter((link) => !link.shared)
  const error = make.error ?? end.error
  const switchOff = (link: RoomLink) => end.mutate({ id: link.id })
  return (
    <Stack gap="md">
      <FormError text={error && sentenceOf(error, shared, rules)} />
      <Text>{words.text}</Text>
      {own ? (
        <OwnLink link={own} busy={make.isPending || end.isPending} switchOff={switchOff}>
          <Button variant="default" loading={make.isPending} onClick={() => make.mutate({ id: groupId })}>
            {words.renew}
          </Button>
        </OwnLink>
      ) : (
        <Group gap="sm">
          <Text c="dimmed">{words.none}</Text>
          <Button loading={make.isPending} onClick={() => make.mutate({ id: groupId })}>
            {words.make}
          </Button>
        </Group>
      )}
      {others.length > 0 && (
        <div>
          <h3 className={classes.title}>{words.others}</h3>
          <ul className={classes.list}>
            {others.map((link) => (
              <li key={link.id} className={classes.row}>
                <LinkDetail link={link} />
                <Button
                  variant="default"
                  size="xs"
                  aria-label={words.offLink({ name: link.madeBy?.name ?? words.somebody })}
                  onClick={() => switchOff(link)}
                >
                  {words.off}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {words.done}
        </Button>
      </Group>
    </Stack>
  )
}

interface OwnLinkProps {
  link: RoomLink
  busy: boolean
  switchOff: (link: RoomLink) => void
  children: React.ReactNode
}

function OwnLink({ link, busy, switchOff, children }: OwnLinkProps) {
  const { link: words } = useWords(invitationsWords)
  return (
    <>
      {link.url ? <CopyField label={words.field} value={link.url} /> : <Text>{words.unreadable}</Text>}
      <LinkDetail link={link} />
      <Group gap="xs">
        {children}
        <Button variant="default" color="red" disabled={busy} onClick={() => switchOff(link)}>
          {words.off}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {words.renewHint}
      </Text>
    </>
  )
}

function LinkDetail({ link }: { link: RoomLink }) {
  const { link: words } = useWords(invitationsWords)
  const { language } = useLanguage()
  const { timeZone } = useMe()
  const date = shortDay(link.expiresAt, new Date(), language, timeZone)
  const by = link.madeBy && words.by({ name: link.madeBy.name })
  return (
    <Text size="sm" c="dimmed" role="status">
      {[words.until({ date }), words.came(link.came), by].filter(Boolean).join(' · ')}
    </Text>
  )
}
