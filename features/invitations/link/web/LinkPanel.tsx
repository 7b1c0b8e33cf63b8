import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconLinkOff } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { CopyField, PlacesLeft } from '#features/portal/web/door.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { queries } from '#ui/queries.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { invitations } from '../../web/api.ts'
import { useRules } from '../../web/useRules.ts'
import { invitationsWords } from '../../words.ts'
import type { RoomLink } from '../contract.ts'
import { LinkDetail } from './LinkDetail.tsx'
import { LinkForm, type LinkedGroup } from './LinkForm.tsx'
import classes from './LinkPanel.module.css'

/** The link into a group (INV-2): made, copied, made anew, switched off; and those that others made, as far as one may know. */
export function LinkPanel({ group, close }: { group: LinkedGroup; close: () => void }) {
  const { link: words } = useWords(invitationsWords)
  const rules = useRules()
  const shared = useWords(uiWords)
  const list = useQuery(invitations.links.queryOptions({ input: { id: group.id } }))
  const end = useMutation({
    ...invitations.endLink.mutationOptions(),
    onSuccess: () => queries.invalidateQueries({ queryKey: invitations.key() }),
  })
  if (list.isPending) return <ListSkeleton rows={3} />
  if (list.isError) return <ErrorState error={list.error} retry={() => void list.refetch()} rules={rules} />
  const own = list.data.items.find((link) => link.shared)
  const others = list.data.items.filter((link) => !link.shared)
  const switchOff = (link: RoomLink) => end.mutate({ id: link.id })
  return (
    <Stack gap="md">
      <FormError text={end.error && sentenceOf(end.error, shared, rules)} />
      <Text>{words.text}</Text>
      <PlacesLeft of="forExternals" />
      {own ? <OwnLink link={own} /> : <Text c="dimmed">{words.none}</Text>}
      <LinkForm key={own?.id} group={group} link={own}>
        {own && (
          <Button variant="default" color="red" disabled={end.isPending} onClick={() => switchOff(own)}>
            {words.off}
          </Button>
        )}
      </LinkForm>
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

function OwnLink({ link }: { link: RoomLink }) {
  const { link: words } = useWords(invitationsWords)
  if (link.lacking)
    return (
      <Alert role="status" color="orange" icon={<IconLinkOff size={18} aria-hidden />}>
        {words.lacking[link.lacking]}
      </Alert>
    )
  return (
    <>
      {link.url ? <CopyField label={words.field} value={link.url} /> : <Text>{words.unreadable}</Text>}
      <LinkDetail link={link} />
    </>
  )
}
