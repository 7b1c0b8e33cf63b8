import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useMe } from '../me.ts'
import { isOpenTo, useSections, type Icon, type RecordAction } from '../section.ts'
import { SlideOver } from '../shell/SlideOver.tsx'
import { uiWords } from '../words.ts'
import { useLanguage, useWords } from '../words/useWords.ts'

/** One act of the record's own feature. */
export interface RecordAct {
  label: string
  icon?: Icon
  onClick: () => void
  /** Cannot be undone. */
  grave?: boolean
}

const noActs: readonly RecordAct[] = []

/** The menu of a record: its own acts, then what other sections offer on any record ("Who can see this"). */
export function RecordMenu({ kind, id, acts = noActs }: { kind: string; id: string; acts?: readonly RecordAct[] }) {
  const words = useWords(uiWords)
  const { language } = useLanguage()
  const me = useMe()
  const [open, setOpen] = useState<RecordAction | null>(null)
  const sections = useSections()
  const offered = sections
    .flatMap((section) => section.recordActions ?? [])
    .filter((action) => isOpenTo(action.openTo, me))
    .toSorted((a, b) => a.order - b.order)
  if (acts.length + offered.length === 0) return null
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={words.actions}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {acts.map(({ label, icon: ActIcon, onClick, grave }) => (
            <Menu.Item
              key={label}
              onClick={onClick}
              leftSection={ActIcon && <ActIcon size={16} aria-hidden />}
              {...(grave ? { color: 'red' } : {})}
            >
              {label}
            </Menu.Item>
          ))}
          <Suspense>
            {sections.map(({ name, recordItems: Items }) => Items && <Items key={name} kind={kind} id={id} />)}
          </Suspense>
          {offered.map((action) => (
            <Menu.Item
              key={action.label('en')}
              onClick={() => setOpen(action)}
              leftSection={<action.icon size={16} aria-hidden />}
            >
              {action.label(language)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <SlideOver opened={open !== null} onClose={() => setOpen(null)} label={open?.label(language) ?? ''}>
        {open && <open.open kind={kind} id={id} close={() => setOpen(null)} />}
      </SlideOver>
    </>
  )
}
