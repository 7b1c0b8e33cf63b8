import type { ReactNode } from 'react'
import classes from './SettingsList.module.css'

/** What somebody has under their settings, row by row: browsers, devices, passkeys, tokens. */
export function SettingsList({ children }: { children: ReactNode }) {
  return <ul className={classes.list}>{children}</ul>
}

interface SettingsRowProps {
  icon?: ReactNode
  name: ReactNode
  /** Below the name: since when, used when. */
  when: ReactNode
  /** What can be done with it. */
  children?: ReactNode
}

/** One of them. */
export function SettingsRow({ icon, name, when, children }: SettingsRowProps) {
  return (
    <li className={classes.row}>
      {icon}
      <div className={classes.what}>
        <div className={classes.name}>{name}</div>
        <div className={classes.when}>{when}</div>
      </div>
      {children}
    </li>
  )
}
