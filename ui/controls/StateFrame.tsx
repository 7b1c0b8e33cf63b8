import { useEffect, type ReactNode } from 'react'
import { useFace } from '../face.ts'
import type { Icon } from '../section.ts'
import { useStanding } from '../shell/standing.ts'
import { Named } from './Named.tsx'
import type { ShownPerson } from './person.ts'
import classes from './State.module.css'

interface StateFrameProps {
  icon: Icon
  title: string
  /** Whom the title names: the name in it carries its marks. */
  about?: ShownPerson | null | undefined
  text?: ReactNode
  /** A button or link: the first step, or the way back. */
  act?: ReactNode
  role?: 'alert' | 'status'
  /** It stands for a whole page or record: the title is its heading, and on a page the browser tab's too. */
  whole?: boolean
}

/** The common shape of what stands where content would: empty, failed, refused, not found. */
export function StateFrame({ icon: StateIcon, title, about, text, act, role, whole = false }: StateFrameProps) {
  const standing = useStanding()
  const portal = useFace().name
  useEffect(() => {
    if (whole && standing === 'page') document.title = `${title} · ${portal}`
  }, [whole, standing, title, portal])
  const Heading = !whole ? 'p' : standing === 'page' ? 'h1' : 'h2'
  return (
    <div className={classes.state} role={role}>
      <StateIcon size={34} stroke={1.4} className={classes.icon} aria-hidden />
      <Heading className={classes.title}>
        <Named person={about}>{title}</Named>
      </Heading>
      {text && <p className={classes.text}>{text}</p>}
      {act && <div className={classes.act}>{act}</div>}
    </div>
  )
}
