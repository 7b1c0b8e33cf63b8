import { Button, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Place } from '#features/writing/web/door.tsx'
import { useMe } from '#ui/me.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import type { Chosen } from '../addressing/web/chosen.ts'
import { feedWords } from '../words.ts'
import type { BesidePost, PostDraft } from '../drafts/contract.ts'
import type { Added, Addition } from './addition.ts'
import { additions } from './additions.ts'
import classes from './Additions.module.css'

/** What the writer of a post adds to it: the row in which that is chosen, the fields of what was chosen, and what of it is sent. */
export function useAdditions(place: Place, outside: boolean, to: readonly Chosen[]) {
  const { groupId } = place
  const me = useMe()
  const { language } = useLanguage()
  const [values, setValues] = useState<ReadonlyMap<string, unknown>>(new Map())
  const set = (part: string, value: unknown) => setValues((all) => new Map(all).set(part, value))
  const [asked, setAsked] = useState<string | null>(null)
  const remove = (part: string) => setValues((all) => new Map([...all].filter(([key]) => key !== part)))
  const isOffered = (one: Addition) => one.offered({ me, outside })
  // What was added stays when the readers change: it is said why it cannot be sent to them.
  const chosen = additions.filter((one) => values.has(one.part) && (isOffered(one) || one.notHere))
  const left = additions.filter((one) => !values.has(one.part) && isOffered(one))
  const missingIn = (one: Addition) =>
    isOffered(one) ? one.missing(values.get(one.part), language, me) : (one.notHere?.(language) ?? null)
  return {
    row: left.length > 0 && (
      <Row
        left={left}
        add={({ part, empty }) => {
          setAsked(part)
          set(part, empty)
        }}
      />
    ),
    fields: chosen.map(({ part, Fields }) => (
      <Fields
        key={part}
        value={values.get(part)}
        onChange={(value) => set(part, value)}
        remove={() => remove(part)}
        groupId={groupId}
        chosen={to}
        place={groupId ? place : null}
        comes={asked === part}
      />
    )),
    /** Whether what was added says enough for a post without words. */
    speaks: chosen.some((one) => one.speaks),
    missing: () => chosen.map(missingIn).find((sentence) => sentence !== null) ?? null,
    added: (): Added => Object.assign({}, ...chosen.map((one) => one.asked(values.get(one.part), me))) as Added,
    clear: () => setValues(new Map()),
    /** As a draft keeps it, and what a draft kept. */
    kept: (): BesidePost['additions'] => keptOf(values),
    bring(kept: PostDraft['additions']) {
      setAsked(null)
      setValues(broughtFrom(kept))
    },
    state: values,
  }
}

const keptOf = (values: ReadonlyMap<string, unknown>): BesidePost['additions'] =>
  Object.fromEntries(
    additions.flatMap(({ part, keep }) => {
      const value = values.get(part)
      return value === undefined ? [] : [[part, keep ? keep(value) : value]]
    }),
  )

const broughtFrom = (kept: PostDraft['additions']): ReadonlyMap<string, unknown> =>
  new Map(
    additions.flatMap(({ part, bring }): [string, unknown][] => {
      const value = kept[part]
      return value === undefined ? [] : [[part, bring ? bring(value as never) : value]]
    }),
  )

interface RowProps {
  left: readonly Addition[]
  add: (one: Addition) => void
}

/** Icons with their names; on a phone they stand in a menu. */
function Row({ left, add }: RowProps) {
  const words = useWords(feedWords).add
  const { language } = useLanguage()
  // What was chosen takes the focus to its first field; only who leaves the menu without choosing is led back to its button.
  const [picked, setPicked] = useState(false)
  return (
    <div role="group" aria-label={words.title} className={classes.row}>
      {left.map((one) => (
        <Button
          key={one.part}
          className={classes.one ?? ''}
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<one.icon size={17} aria-hidden />}
          onClick={() => add(one)}
        >
          {one.label(language)}
        </Button>
      ))}
      <Menu position="top-start" shadow="md" returnFocus={!picked} onOpen={() => setPicked(false)}>
        <Menu.Target>
          <Button
            className={classes.all ?? ''}
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<IconPlus size={17} aria-hidden />}
          >
            {words.add}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {left.map((one) => (
            <Menu.Item
              key={one.part}
              leftSection={<one.icon size={17} aria-hidden />}
              onClick={() => {
                setPicked(true)
                add(one)
              }}
            >
              {one.label(language)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
