import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './SettingsPart.module.css'

interface SettingsPartProps {
  title: string
  /** What this part is about, in a sentence or two. */
  text: string
  /** What is done here cannot be taken back. */
  grave?: boolean
  children?: ReactNode
}

/** One part of a group's settings that is not saved with the others: what it is, and what can be done. */
export function SettingsPart({ title, text, grave, children }: SettingsPartProps) {
  return (
    <section className={grave ? `${classes.part} ${classes.grave}` : classes.part}>
      <h2 className={classes.title}>{title}</h2>
      <Text size="sm">{text}</Text>
      {children}
    </section>
  )
}
