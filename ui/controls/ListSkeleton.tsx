import { Skeleton } from '@mantine/core'
import { uiWords } from '../words.ts'
import { useWords } from '../words/useWords.ts'
import classes from './ListSkeleton.module.css'

interface ListSkeletonProps {
  rows?: number
  /** Draws a round face before each row. */
  faces?: boolean
}

/** Stands where a list will come, in about its shape; says "Loading" once to screen readers. */
export function ListSkeleton({ rows = 6, faces = false }: ListSkeletonProps) {
  const words = useWords(uiWords)
  return (
    <div role="status" className={classes.list}>
      <span className="loggia-hidden">{words.loading}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={classes.row}>
          {faces && <Skeleton circle height={32} />}
          <div className={classes.lines}>
            <Skeleton height={11} width={`${34 + ((row * 23) % 30)}%`} />
            <Skeleton height={9} width={`${52 + ((row * 31) % 36)}%`} />
          </div>
        </div>
      ))}
    </div>
  )
}
