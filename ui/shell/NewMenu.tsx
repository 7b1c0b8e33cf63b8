import { Button, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useMe } from '../me.ts'
import { isOpenTo, useSections, type NewAction } from '../section.ts'
import { uiWords } from '../words.ts'
import { useLanguage, useWords } from '../words/useWords.ts'
import { SlideOver } from './SlideOver.tsx'
import classes from './NewMenu.module.css'

/** The menu of all that the person can make from anywhere; each form slides over the page. */
export function NewMenu() {
  const words = useWords(uiWords)
  const { language } = useLanguage()
  const me = useMe()
  const [making, setMaking] = useState<NewAction | null>(null)
  const actions = useSections()
    .flatMap((section) => section.newActions ?? [])
    .filter((action) => isOpenTo(action.openTo, me))
    .toSorted((a, b) => a.order - b.order)
  if (actions.length === 0) return null
  const close = () => setMaking(null)
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="light" className={classes.button} leftSection={<IconPlus size={17} aria-hidden />}>
            <span className={classes.word}>{words.make}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {actions.map((action) => (
            <Menu.Item
              key={action.label('en')}
              leftSection={<action.icon size={17} stroke={1.7} aria-hidden />}
              onClick={() => setMaking(action)}
            >
              {action.label(language)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <SlideOver opened={making !== null} onClose={close} label={making?.label(language) ?? ''}>
        {making && <making.form close={close} />}
      </SlideOver>
    </>
  )
}
