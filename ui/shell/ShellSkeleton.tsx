import { Skeleton } from '@mantine/core'
import { ListSkeleton } from '../controls/ListSkeleton.tsx'
import frame from './Shell.module.css'
import bar from './TopBar.module.css'
import classes from './ShellSkeleton.module.css'

/** The frame before it is known who is signed in. */
export function ShellSkeleton() {
  return (
    <div className={frame.frame}>
      <div className={frame.side}>
        <div className={classes.menu}>
          {[60, 45, 70, 50, 40].map((width) => (
            <Skeleton key={width} height={12} width={`${width}%`} />
          ))}
        </div>
      </div>
      <div className={bar.bar} />
      <main className={frame.content}>
        <ListSkeleton />
      </main>
    </div>
  )
}
