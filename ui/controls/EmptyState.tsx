import type { ReactNode } from 'react'
import type { Icon } from '../section.ts'
import { StateFrame } from './StateFrame.tsx'

/** Stands where a list is empty: says what this place is for and offers the first step (`act`, a button). */
export function EmptyState(props: { icon: Icon; title: string; text?: ReactNode; act?: ReactNode }) {
  return <StateFrame {...props} />
}
