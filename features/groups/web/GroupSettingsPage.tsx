import { Button, Group as Line, Input, Select, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { IconArrowLeft } from '@tabler/icons-react'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { GroupName } from '#ui/controls/GroupName.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { PageHeader } from '#ui/controls/PageHeader.tsx'
import { RefusedState } from '#ui/controls/RefusedState.tsx'
import { failureOf } from '#ui/errors.ts'
import { useMe } from '#ui/me.ts'
import { queries } from '#ui/queries.ts'
import { useSections, type PageProps } from '#ui/section.ts'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Group } from '../contract.ts'
import { groupsWords } from '../words.ts'
import { groups } from './api.ts'
import { dayOf, momentOf } from './days.ts'
import { ClosingPart } from './ClosingPart.tsx'
import { Gone } from './Deletion.tsx'
import { IsolationSettings } from './IsolationField.tsx'
import { OpeningSettings } from './OpeningSettings.tsx'
import { LikeThis } from './LikeThis.tsx'
import { ToolSettings } from './ToolSettings.tsx'
import { mayArchive } from './mayArchive.ts'
import {
  AboutFields,
  DateFields,
  HistoryField,
  VisibilityField,
  WhoInvitesField,
  type GroupValues,
} from './GroupFields.tsx'
import classes from './GroupSettingsPage.module.css'

const timeZones = Intl.supportedValuesOf('timeZone')

/** What a group says of itself, for its owner and moderators to change. */
export function GroupSettingsPage({ params: { id = '' } }: PageProps) {
  const words = useWords(groupsWords)
  const me = useMe()
  const { data: group, error, refetch } = useQuery(groups.get.queryOptions({ input: { id } }))
  if (error && (failureOf(error) === 'missing' || failureOf(error) === 'invalid')) return <Gone groupId={id} />
  if (!group) {
    if (error) return <ErrorState error={error} retry={() => void refetch()} rules={words.rules} />
    return <ListSkeleton rows={4} />
  }
  const keeps = me.kind === 'employee' && (group.mine === 'owner' || group.mine === 'moderator')
  return (
    <div className={classes.page}>
      <PageLink to={`/groups/${group.id}`} className={classes.back}>
        <IconArrowLeft size={15} aria-hidden /> {words.settings.back}
      </PageLink>
      <PageHeader title={words.settings.title} below={<GroupName name={group.name} external={group.external} />} />
      {!group.mine || (!keeps && !mayArchive(group, me)) ? (
        <RefusedState text={words.rules.OWNER_AND_MODERATORS_ONLY} />
      ) : (
        <>
          {keeps && !group.archivedAt && (
            <>
              <SettingsForm key={group.id} group={group} />
              <ToolSettings group={group} />
              {group.external && <IsolationSettings key={group.isolation ?? ''} group={group} />}
            </>
          )}
          {keeps && (group.external || !group.archivedAt) && (
            <OpeningSettings key={String(group.external)} group={group} />
          )}
          {keeps && <LikeThis group={group} />}
          {mayArchive(group, me) && <PartsOfOthers group={group} />}
          <ClosingPart group={group} />
        </>
      )}
    </div>
  )
}

/** What other sections add for whoever owns the group. */
function PartsOfOthers({ group: { id, external } }: { group: Group }) {
  return useSections().map(
    ({ name, groupSettingsPart: Part }) =>
      Part && (
        <Suspense key={name}>
          <Part groupId={id} external={external} />
        </Suspense>
      ),
  )
}

function SettingsForm({ group }: { group: Group }) {
  const words = useWords(groupsWords)
  const { timeZone } = useMe()
  const form = useForm<
    GroupValues & Pick<Group, 'whoInvites'> & { timeZone: string; history: 'everything' | 'joining' }
  >({
    initialValues: {
      history: group.history ?? 'everything',
      whoInvites: group.whoInvites,
      timeZone: group.timeZone ?? timeZone,
      name: group.name,
      description: group.description,
      visibility: group.visibility,
      startsAt: dayOf(group.startsAt, timeZone),
      endsAt: dayOf(group.endsAt, timeZone),
    },
    validate: {
      name: (name) => (name.trim() ? null : words.form.fillIn),
      endsAt: (end, { startsAt }) => (end && end < startsAt ? words.form.endsTooEarly : null),
    },
  })
  const errors = useServerErrors(form, words.rules)
  const change = useMutation({
    ...groups.change.mutationOptions(),
    onError: errors.show,
    async onSuccess() {
      form.resetDirty()
      await queries.invalidateQueries({ queryKey: groups.key() })
    },
  })
  const changed = form.isDirty()
  const ownerSets = group.whoInvites === 'owner' && group.mine !== 'owner'
  const zones = [...new Set([form.values.timeZone, ...timeZones])]
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ startsAt, endsAt, visibility, history, whoInvites, timeZone: zone, ...about }) => {
        errors.clear()
        if (!changed) return
        change.mutate({
          id: group.id,
          ...about,
          whoInvites,
          ...(group.external ? { history, timeZone: zone } : { visibility }),
          ...(form.isDirty('startsAt') ? { startsAt: momentOf(startsAt) } : {}),
          ...(form.isDirty('endsAt') ? { endsAt: momentOf(endsAt) } : {}),
        })
      })}
    >
      <Stack gap="md">
        <FormError text={errors.sentence} />
        <AboutFields form={form} />
        {group.kind === 'project' && <DateFields form={form} />}
        {group.external ? (
          <>
            <Input.Wrapper label={words.form.visibility} description={words.unlisted} />
            <WhoInvitesField form={form} external ownerSets={ownerSets} />
            <Select
              label={words.zone.label}
              description={words.zone.means}
              searchable
              allowDeselect={false}
              data={zones}
              {...form.getInputProps('timeZone')}
            />
            <HistoryField form={form} />
          </>
        ) : (
          <>
            <VisibilityField form={form} />
            <WhoInvitesField form={form} external={false} ownerSets={ownerSets} />
          </>
        )}
        <Line gap="sm">
          <Button type="submit" loading={change.isPending}>
            {words.settings.save}
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {change.isSuccess && !changed ? words.settings.saved : ''}
          </Text>
        </Line>
      </Stack>
    </form>
  )
}
