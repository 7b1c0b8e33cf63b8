import { useEffect, type ReactNode } from 'react'
import { useFace } from '../face.ts'
import { useStanding } from '../shell/standing.ts'
import { Named } from './Named.tsx'
import type { ShownPerson } from './person.ts'
import classes from './PageHeader.module.css'

interface PageHeaderProps {
  title: string
  /** Whom the title names: the name in it carries its marks. */
  about?: ShownPerson | null | undefined
  /** Drawn in place of the title's plain words: a name with its marks. */
  shown?: ReactNode
  /** Stands after the title: a chip, a badge. */
  mark?: ReactNode
  /** A quiet line below the title. */
  below?: ReactNode
  /** Buttons at the right, the main one last; on a phone below the words. */
  actions?: ReactNode
  /** The record's menu: at the end of the line, on a phone too. */
  menu?: ReactNode
}

/** The head of a page or of a record: the title (also the browser tab's), marks, actions, menu. */
export function PageHeader({ title, about, shown, mark, below, actions, menu }: PageHeaderProps) {
  const standing = useStanding()
  const portal = useFace().name
  useEffect(() => {
    if (standing === 'page') document.title = `${title} · ${portal}`
  }, [title, portal, standing])
  const Title = standing === 'page' ? 'h1' : 'h2'
  return (
    <div className={classes.head}>
      <div className={classes.words}>
        <div className={classes.line}>
          <Title className={classes.title}>{shown ?? <Named person={about}>{title}</Named>}</Title>
          {mark}
        </div>
        {below && <div className={classes.below}>{below}</div>}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
      {menu && <div className={classes.menu}>{menu}</div>}
    </div>
  )
}
