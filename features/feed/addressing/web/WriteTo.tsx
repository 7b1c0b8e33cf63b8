import { ActionIcon, Button } from '@mantine/core'
import { IconMessage2Plus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ComponentProps } from 'react'
import type { PersonAct } from '#ui/section.ts'
import { SlideOver } from '#ui/shell/SlideOver.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { feed } from '../../web/api.ts'
import { PostForm } from '../../web/PostForm.tsx'
import { addressingWords } from '../words.ts'

/** Writes a post to one person, where one may: the composer opens over the page with them chosen. */
export function WriteTo({ person, among, small = false }: ComponentProps<PersonAct>) {
  const words = useWords(addressingWords)
  const [open, setOpen] = useState(false)
  const { data } = useQuery(feed.reachable.queryOptions({ input: { people: [...among] } }))
  if (!data?.people.includes(person.id)) return null
  const begin = () => setOpen(true)
  return (
    <>
      {small ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={words.writeTo({ name: person.name })}
          title={words.write}
          onClick={begin}
        >
          <IconMessage2Plus size={18} aria-hidden />
        </ActionIcon>
      ) : (
        <Button variant="default" leftSection={<IconMessage2Plus size={16} aria-hidden />} onClick={begin}>
          {words.write}
        </Button>
      )}
      <SlideOver opened={open} onClose={() => setOpen(false)} label={words.write}>
        {open && <PostForm close={() => setOpen(false)} to={[{ kind: 'person', id: person.id, person }]} />}
      </SlideOver>
    </>
  )
}
