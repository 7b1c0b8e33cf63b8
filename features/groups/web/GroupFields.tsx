import { Radio, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useWords } from '#ui/words/useWords.ts'
import type { Group } from '../contract.ts'
import { groupsWords } from '../words.ts'

/** What both forms of a group hold. */
export interface GroupValues {
  name: string
  description: string
  visibility: Group['visibility']
  /** Days as `2027-05-03`; empty for none. */
  startsAt: string
  endsAt: string
}

type GroupFormOf<Values extends GroupValues> = UseFormReturnType<Values>

/** The fields of a group's name and purpose. */
export function AboutFields<Values extends GroupValues>({ form }: { form: GroupFormOf<Values> }) {
  const words = useWords(groupsWords)
  return (
    <>
      <TextInput
        label={words.form.name}
        maxLength={120}
        data-autofocus
        required
        withAsterisk={false}
        {...form.getInputProps('name')}
      />
      <Textarea
        label={words.form.description}
        description={words.form.descriptionHint}
        maxLength={4000}
        {...form.getInputProps('description')}
      />
    </>
  )
}

/** From when until when a project goes. */
export function DateFields<Values extends GroupValues>({ form }: { form: GroupFormOf<Values> }) {
  const words = useWords(groupsWords)
  return (
    <SimpleGrid cols={2} spacing="sm">
      <TextInput type="date" label={words.form.startsAt} {...form.getInputProps('startsAt')} />
      <TextInput type="date" label={words.form.endsAt} {...form.getInputProps('endsAt')} />
    </SimpleGrid>
  )
}

const inviters = ['owner', 'keepers', 'members'] as const

interface WhoInvitesFieldProps<Values extends GroupValues> {
  form: GroupFormOf<Values>
  /** Whether the group is open to people from outside, whom the same rule lets in. */
  external: boolean
  /** Says who can change it, where the person asking cannot. */
  ownerSets?: boolean
}

/** Who brings people in, each choice with its consequence (GRP-5): colleagues everywhere, and people from outside where they can come. */
export function WhoInvitesField<Values extends GroupValues>({
  form,
  external,
  ownerSets = false,
}: WhoInvitesFieldProps<Values>) {
  const { whoInvites: words, tools } = useWords(groupsWords)
  const means = external ? words.outside : words.colleagues
  return (
    <Radio.Group
      label={words.title}
      description={[external ? words.text : '', ownerSets ? tools.ownerSets : ''].join(' ').trim() || undefined}
      {...form.getInputProps('whoInvites')}
    >
      <Stack gap={8} mt={6}>
        {inviters.map((each) => (
          <Radio key={each} value={each} label={words[each]} description={means[each]} disabled={ownerSets} />
        ))}
      </Stack>
    </Radio.Group>
  )
}

/** What of the past those from outside see who come later (GRP-9). Those who work here always see all of it. */
export function HistoryField<Values extends GroupValues>({ form }: { form: GroupFormOf<Values> }) {
  const words = useWords(groupsWords).history
  return (
    <Radio.Group label={words.label} {...form.getInputProps('history')}>
      <Stack gap={8} mt={8}>
        {(['everything', 'joining'] as const).map((each) => (
          <Radio key={each} value={each} label={words.name[each]} description={words.means[each]} />
        ))}
      </Stack>
    </Radio.Group>
  )
}

const visibilities = ['open', 'closed', 'secret'] as const

/** Who finds the group, each choice with its consequence. */
export function VisibilityField<Values extends GroupValues>({ form }: { form: GroupFormOf<Values> }) {
  const words = useWords(groupsWords)
  return (
    <Radio.Group label={words.form.visibility} {...form.getInputProps('visibility')}>
      <Stack gap={8} mt={6}>
        {visibilities.map((visibility) => (
          <Radio
            key={visibility}
            value={visibility}
            label={words.visibility[visibility]}
            description={words.visibilityMeans[visibility]}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}
