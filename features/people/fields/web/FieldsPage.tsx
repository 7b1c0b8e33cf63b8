import { ActionIcon, Badge, Button, Menu, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconDots, IconForms, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { EmptyState } from '#ui/controls/EmptyState.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import { people } from '../../web/api.ts'
import type { Field } from '../contract.ts'
import { fieldsWords } from '../words.ts'
import { FieldDialogs, type AskedField } from './FieldDialogs.tsx'
import { fieldName } from './fieldName.ts'
import classes from './FieldsPage.module.css'

/** The portal's own fields of a profile, for administrators. */
export function FieldsPage() {
  const words = useWords(fieldsWords)
  const [asked, setAsked] = useState<AskedField | null>(null)
  const list = useQuery(people.fields.list.queryOptions())
  const found = list.data?.items
  return (
    <>
      <div className={classes.head}>
        <h2 className={classes.title}>{words.title}</h2>
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAsked({ act: 'add' })}>
          {words.add}
        </Button>
      </div>
      <Text size="sm" c="dimmed" mb="sm">
        {words.text}
      </Text>
      {list.isError && !found && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <ListSkeleton rows={4} />}
      {found?.length === 0 && <EmptyState icon={IconForms} title={words.none} text={words.noneText} />}
      {found && found.length > 0 && (
        <ul className={classes.list}>
          {found.map((field) => (
            <FieldRow key={field.id} field={field} ask={setAsked} />
          ))}
        </ul>
      )}
      <FieldDialogs asked={asked} close={() => setAsked(null)} />
    </>
  )
}

function FieldRow({ field, ask }: { field: Field; ask: (asked: AskedField) => void }) {
  const words = useWords(fieldsWords)
  const { language } = useLanguage()
  const name = fieldName(field.names, language)
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <span className={classes.name}>{name}</span>
        <span className={classes.quiet}>
          {words.kind[field.kind]} · {words.askedOf[field.askedOf]}
        </span>
      </div>
      {field.shownToExternals && <Badge color="gray">{words.shownMark}</Badge>}
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={words.acts({ name })}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => ask({ act: 'edit', field })}>
            {words.edit}
          </Menu.Item>
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => ask({ act: 'remove', field })}
          >
            {words.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  )
}
