import { Text } from '@mantine/core'
import { IconUserCheck, IconUserX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMe } from '#ui/me.ts'
import { useWords } from '#ui/words/useWords.ts'
import { portalWords } from '../words.ts'
import { portal } from './api.ts'
import classes from './PlacesLeft.module.css'

/** Where one invites: how many places the licence has left. Nothing where nothing is limited, and nothing to people from outside. */
export function PlacesLeft({ of }: { of: 'forExternals' | 'forEmployees' }) {
  const words = useWords(portalWords).licence
  const { kind } = useMe()
  const licence = useQuery({ ...portal.licence.queryOptions(), enabled: kind === 'employee', staleTime: 0 })
  const places = licence.data?.[of]
  if (!places) return null
  const left = Math.max(0, places.most - places.used)
  const Mark = left > 0 ? IconUserCheck : IconUserX
  return (
    <Text size="sm" className={left > 0 ? classes.line : `${classes.line} ${classes.full}`}>
      <Mark size={17} stroke={1.7} aria-hidden />
      <span>{left > 0 ? words.free(left, { most: places.most }) : words.full}</span>
    </Text>
  )
}
