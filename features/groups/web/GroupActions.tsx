import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMe } from '#ui/me.ts'
import { isOpenTo, useSections, type GroupAction, type GroupTabProps } from '#ui/section.ts'
import { SlideOver } from '#ui/shell/SlideOver.tsx'
import { useLanguage } from '#ui/words/useWords.ts'

/** The buttons that sections give to a group: add colleagues, invite people from outside. */
export function GroupActions({ group }: { group: GroupTabProps }) {
  const { language } = useLanguage()
  const me = useMe()
  const [doing, setDoing] = useState<GroupAction | null>(null)
  const offered = useSections()
    .flatMap((section) => section.groupActions ?? [])
    .filter((action) => isOpenTo(action.openTo, me) && (action.show?.(group) ?? true))
    .toSorted((a, b) => a.order - b.order)
  const close = () => setDoing(null)
  return (
    <>
      {offered.map((action) => (
        <Button
          key={action.label('en')}
          variant="default"
          leftSection={<action.icon size={16} stroke={1.7} aria-hidden />}
          onClick={() => setDoing(action)}
        >
          {action.label(language)}
        </Button>
      ))}
      <SlideOver opened={doing !== null} onClose={close} label={doing?.label(language) ?? ''}>
        {doing && <doing.form group={group} close={close} />}
      </SlideOver>
    </>
  )
}
