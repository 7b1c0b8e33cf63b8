import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import classes from './NextPage.module.css'

interface NextPageProps {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> }
  label: string
}

/** Stands at the end of a list as long as there is more of it: asks for the next page when it comes near the screen, or is pressed. */
export function NextPage({ list, label }: NextPageProps) {
  const end = useRef<HTMLDivElement>(null)
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  // What came may have moved the end without taking it off the screen, so it is watched anew each time.
  useEffect(() => {
    const watched = end.current
    if (!watched || isFetchingNextPage) return undefined
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && void fetchNextPage(), {
      rootMargin: '600px',
    })
    watcher.observe(watched)
    return () => watcher.disconnect()
  })
  if (!hasNextPage) return null
  return (
    <div ref={end} className={classes.end}>
      <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {label}
      </Button>
    </div>
  )
}
