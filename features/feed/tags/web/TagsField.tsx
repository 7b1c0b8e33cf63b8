import { CloseButton, TagsInput } from '@mantine/core'
import { IconHash } from '@tabler/icons-react'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type RefObject } from 'react'
import type { Place } from '#features/writing/web/door.tsx'
import { staysHere } from '#ui/controls/staysHere.ts'
import { useClosingList } from '#ui/controls/useClosingList.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { AddresseeAsked } from '../../addressing/contract.ts'
import { feedWords } from '../../words.ts'
import { tagged } from './api.ts'
import classes from './Tags.module.css'

/** So many a post has; the server holds the same. */
const most = 10

interface TagsFieldProps {
  value: string[]
  onChange: (tags: string[]) => void
  place: Place | null
  /** Whom it is for, where that is not one group. */
  chosen?: readonly AddresseeAsked[]
  /** Takes the field away. */
  remove?: (() => void) | undefined
  comes?: boolean
}

/** The tags of a post that is being written. Those are offered that all who will read it may know: for other readers it begins anew. */
export function TagsField(props: TagsFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const { comes = false } = props
  // Somebody has just asked for it.
  useEffect(() => {
    if (comes) field.current?.focus()
  }, [comes])
  return <TagsIn key={JSON.stringify([props.place, props.chosen])} field={field} {...props} />
}

function TagsIn({
  value,
  onChange,
  place,
  chosen,
  remove,
  field,
}: TagsFieldProps & { field: RefObject<HTMLInputElement | null> }) {
  const words = useWords(feedWords).tags
  const [begun, setBegun] = useState('')
  const { open, close, list } = useClosingList()
  const { groupId, audience, laneId } = place ?? { groupId: null, audience: 'everyone' as const }
  const where = groupId ? { id: groupId, audience, begins: begun.slice(0, 40), ...(laneId ? { laneId } : {}) } : null
  const inGroup = useQuery({
    ...tagged.tags.queryOptions({ input: where ?? skipToken }),
    placeholderData: keepPreviousData,
  })
  const to = !where && chosen?.length ? { to: [...chosen], begins: begun.slice(0, 40) } : skipToken
  // Where they cannot be written to together, that is said elsewhere.
  const inMix = useQuery({
    ...tagged.tagsTo.queryOptions({ input: to }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  const { data } = where ? inGroup : inMix
  return (
    <div className={classes.field}>
      <TagsInput
        ref={field}
        size="sm"
        className={classes.input ?? ''}
        aria-label={words.title}
        placeholder={value.length < most ? words.add : ''}
        value={value}
        data={data?.items ?? []}
        maxTags={most}
        searchValue={begun}
        onSearchChange={(text) => {
          setBegun(text)
          if (text) open()
        }}
        onClick={open}
        {...list}
        splitChars={[',', ' ', ';', '#']}
        acceptValueOnBlur
        // Where no tag is begun, Enter does not send what is half written.
        onKeyDown={(event) => begun.trim() === '' && staysHere(event)}
        leftSection={<IconHash size={14} aria-hidden />}
        // What is offered fits already, however it is typed.
        filter={({ options }) => options}
        isDuplicate={(tag, all) => all.map(folded).includes(folded(fitting(tag)))}
        onChange={(tags) => {
          close()
          onChange(onceEach(tags.map(fitting).filter(Boolean)))
        }}
      />
      {remove && <CloseButton aria-label={words.remove} title={words.remove} onClick={remove} />}
    </div>
  )
}

/** What of it can be a tag. */
const fitting = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}\p{N}-]+/gu, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .slice(0, 40)

const folded = (tag: string): string => tag.toUpperCase().toLowerCase()

const onceEach = (tags: string[]): string[] =>
  tags.filter((tag, at) => tags.findIndex((one) => folded(one) === folded(tag)) === at)
