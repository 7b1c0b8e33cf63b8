import { useEffect, type ReactNode } from 'react'
import { useFace } from '../face.ts'
import classes from './PublicTitle.module.css'

/** The head of a page that stands outside of the portal's frame; its title is the browser tab's too. */
export function PublicTitle({ title, text }: { title: string; text?: ReactNode }) {
  const { name } = useFace()
  useEffect(() => {
    document.title = `${title} · ${name}`
  }, [title, name])
  return (
    <div>
      <h1 className={classes.title}>{title}</h1>
      {text && <p className={classes.text}>{text}</p>}
    </div>
  )
}
