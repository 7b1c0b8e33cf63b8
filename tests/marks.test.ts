import { expect, test } from 'vitest'
import { isWeb } from './direction/rooms.ts'
import { bareNames } from './marks/names.ts'
import { isTest, sourceFiles } from './tree.ts'

/** Reads that are right as they are, and why; one more in the same file is found. */
const right: Record<string, { reads: number; because: string }> = {
  'features/comments/web/useMentioning.ts': {
    reads: 1,
    because: 'it is what one types, and plain words as long as one does',
  },
  'features/feed/addressing/web/AddresseeName.tsx': { reads: 1, because: 'it is read aloud where the marks are drawn' },
  'features/invitations/list/web/ListPanel.tsx': { reads: 1, because: 'it is sent to the server' },
  'features/invitations/web/Welcome.tsx': { reads: 1, because: 'it fills the field in which one says one’s own name' },
  'features/people/companies/web/AssignDialog.tsx': { reads: 1, because: 'it fills the field in which it is changed' },
  'features/people/web/OwnProfileForm.tsx': { reads: 1, because: 'it fills the field in which it is changed' },
  'features/people/web/findPeople.ts': { reads: 1, because: 'the search palette marks who is found' },
  'features/requests/web/RequestRow.tsx': { reads: 1, because: 'it goes into sentences that say whom they are about' },
  'features/tasks/web/useTaskReaders.ts': { reads: 1, because: 'the line of readers tells all outside apart' },
  'ui/shell/SearchPalette.tsx': { reads: 2, because: 'there it is a group, or somebody or something from inside' },
}

const screens = sourceFiles().filter(({ path }) => isWeb(path) && !isTest(path))
const found = (text: string) => bareNames({ path: 'features/tasks/web/A.tsx', text })

test('PPL-3: every name of a person on a screen carries the marks of people from outside', () => {
  expect(screens.length).toBeGreaterThan(300)
  const bare = screens.map(({ path, text }) => ({ path, reads: bareNames({ path, text }) }))
  const wrong = bare.filter(({ path, reads }) => reads.length !== (right[path]?.reads ?? 0))
  expect(
    wrong.flatMap(({ path, reads }) => (reads.length > 0 ? reads : [`${path} is in order: take it off the list`])),
    'draw it with PersonName, PersonAvatar or Named, or say whom a title is about',
  ).toEqual([])
})

test.each([
  '<p>{person.name}</p>',
  '<p>{task.responsible?.name}</p>',
  '<p>{words.by({ name: post.author.name })}</p>',
  '<Text>{`${useMe().name}: ${count}`}</Text>',
  '<Dialog title={words.remove({ name: person.name })} />',
  '<PageHeader title={words.dismiss(asked.person)} />',
  '<Select data={people.map(({ id, name }) => ({ value: id, label: name }))} />',
  '<Select data={listed.map((one) => ({ value: one.id, label: one.name }))} />',
  'ask(({ name }) => <p>{name}</p>)',
  'function A({ person: { name } }: { person: Person }) { return <p>{name}</p> }',
  'function A({ id, name }: Member) { return <li key={id}>{name}</li> }',
  'const { name: called } = invitedBy',
  'const called = (sponsor ?? me).name',
])('a bare name is found: %s', (text) => expect(found(text)).toHaveLength(1))

test.each([
  '<PersonName person={person} />',
  '<Named person={author}>{words.by({ name: author.name })}</Named>',
  '<Dialog title={words.remove({ name: person.name })} about={person} />',
  '<PageHeader title={person.name} shown={<PersonName person={person} />} />',
  '<ActionIcon aria-label={words.actsOn({ name: person.name })} />',
  '<span className="loggia-hidden">{words.menu({ name: me.name })}</span>',
  'const shown = { id, kind: "external", name: row.name }',
  'const sorted = people.toSorted((a, b) => a.name.localeCompare(b.name))',
  'const { name } = useFace(); const same = typed === person.name',
  '<p>{task.group.name} {departments.map(({ name }) => name)} {form.values.name}</p>',
  `import classes from './A.module.css'\nexport const a = <p className={classes.name}>{words.name}</p>`,
  'const { adding } = useWords(w); const label = adding.name',
])('what is marked, unheard or nobody passes: %s', (text) => expect(found(text)).toEqual([]))
