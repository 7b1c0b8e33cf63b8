import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { addressed, GroupPicker, useAddressing, type Address } from '#features/groups/web/door.tsx'
import { AudienceLine } from '#ui/controls/AudienceLine.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { namesOfOutside, type Readers } from '#ui/controls/audience.ts'
import type { ShownPerson } from '#ui/controls/person.ts'
import { useMe } from '#ui/me.ts'
import { useOpenAddress } from '#ui/shell/over.ts'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { uiWords } from '#ui/words.ts'
import type { Spoken } from '#ui/words/catalogue.ts'
import { useWords } from '#ui/words/useWords.ts'
import { tasksWords } from '../words.ts'
import { tasks } from './api.ts'
import { DeadlineField } from './DeadlineField.tsx'
import { ForWhom } from './ForWhom.tsx'
import { momentOf } from '#ui/localTime.ts'
import { ResponsibleField } from './ResponsibleField.tsx'
import classes from './TaskForm.module.css'
import { useTaskReaders } from './useTaskReaders.ts'

interface Values {
  title: string
  description: string
  groupId: string | null
  responsibleId: ShownPerson | null
  deadline: string
}

/** Sets a task, in a group or between two people, and says all the time who will read it. */
export function TaskForm({ close, groupId = null }: { close: () => void; groupId?: string | null }) {
  const words = useWords(tasksWords)
  const shared = useWords(uiWords)
  const me = useMe()
  const cache = useQueryClient()
  const open = useOpenAddress()
  const form = useForm<Values>({
    initialValues: { title: '', description: '', groupId, responsibleId: me, deadline: '' },
    validate: {
      title: (title) => (title.trim() ? null : words.form.needTitle),
      responsibleId: (person) => (person ? null : words.form.needResponsible),
      deadline: (text) => (!text || momentOf(text, me.timeZone) ? null : words.form.wrongDate),
    },
  })
  const errors = useServerErrors(form, { ...words.rules, ...words.fields })
  const { values } = form
  const to = useAddressing(values.groupId, 'tasks')
  const [insisted, setInsisted] = useState(false)
  const person = values.responsibleId
  // What somebody who is kept apart works on stands where they are.
  const worker = to.mayChoose && to.isolation !== 'open' && person?.kind === 'external' ? person : null
  const unaddressed = worker ? undefined : to.unaddressed
  const counted = useTaskReaders({ groupId: values.groupId, address: to.address, between: [person], apart: worker })
  const readers = unaddressed ? undefined : counted
  const { mutate, isPending } = useMutation(
    tasks.create.mutationOptions({
      onSuccess: (task) => {
        void cache.invalidateQueries({ queryKey: tasks.key() })
        close()
        open(`/tasks/${task.id}`, true)
      },
      onError: errors.show,
    }),
  )
  /** Whoever cannot be responsible in the new place, or would not read it, is not left standing there. */
  const move = (id: string | null) =>
    form.setValues({ groupId: id, responsibleId: person?.id === me.id ? person : null })
  const choose = (address: Address) => {
    to.choose(address)
    if (address.audience === 'team' && person?.kind === 'external') form.setFieldValue('responsibleId', null)
  }
  return (
    <form
      className={`${classes.form} ${edgeOf(readers)}`}
      aria-label={words.newTask}
      onSubmit={form.onSubmit(({ title, description, responsibleId, deadline }) => {
        errors.clear()
        setInsisted(true)
        if (unaddressed) return
        const until = momentOf(deadline, me.timeZone)?.toISOString() ?? null
        mutate({
          title,
          description,
          groupId: values.groupId,
          responsibleId: responsibleId?.id ?? '',
          deadline: until,
          ...addressed(to.address),
        })
      })}
    >
      <Stack gap="md">
        <FormError text={errors.sentence} />
        <TextInput
          label={words.form.title}
          placeholder={words.form.titleExample}
          data-autofocus
          maxLength={300}
          {...form.getInputProps('title')}
        />
        <Textarea label={words.form.description} minRows={3} {...form.getInputProps('description')} />
        {!groupId && (
          <GroupPicker
            label={words.form.group}
            adds="tasks"
            description={words.form.groupHint}
            clearable
            value={values.groupId}
            onChange={move}
            error={form.errors.groupId}
          />
        )}
        <ForWhom to={{ ...to, choose }} worker={worker} error={insisted ? unaddressed : undefined} />
        <ResponsibleField
          label={words.form.responsible}
          groupId={values.groupId}
          colleaguesOnly={to.address.audience === 'team'}
          laneId={to.address.lane?.id}
          value={person}
          onChange={(chosen) => form.setFieldValue('responsibleId', chosen)}
          error={form.errors.responsibleId}
        />
        <DeadlineField
          label={words.form.deadline}
          value={values.deadline}
          onChange={(text) => form.setFieldValue('deadline', text)}
          error={form.errors.deadline}
        />
        {readers && <AudienceLine {...readers} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {words.form.cancel}
          </Button>
          <Button type="submit" loading={isPending}>
            {values.groupId && me.kind === 'employee' ? actOf(readers, words, shared) : words.form.create}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** What the button says repeats who will read. */
function actOf(
  readers: Readers | undefined,
  words: Spoken<typeof tasksWords.en>,
  shared: Spoken<typeof uiWords.en>,
): string {
  if (readers?.audience === 'team') return words.form.createForTeam
  const companies = readers ? namesOfOutside(readers, shared) : ''
  return companies ? words.form.createFor({ companies }) : words.form.create
}

function edgeOf(readers: Readers | undefined): string {
  if (readers?.audience === 'team') return classes.team ?? ''
  return readers && readers.companies.length > 0 ? (classes.outside ?? '') : ''
}
