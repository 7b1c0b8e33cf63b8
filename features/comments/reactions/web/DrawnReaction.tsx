import { IconHeartFilled, IconThumbUpFilled } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ReactionKind } from '../contract.ts'

const ink = '#4a2f00'
const line = { fill: 'none', stroke: ink, strokeWidth: 1.7, strokeLinecap: 'round' } as const

/** One of the six, drawn here and so the same on every device. What it is called stands beside it. */
export function DrawnReaction({ kind, size }: { kind: ReactionKind; size: number }) {
  if (kind === 'like') return <IconThumbUpFilled size={size} color="#e8a200" aria-hidden />
  if (kind === 'love') return <IconHeartFilled size={size} color="#e5484d" aria-hidden />
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden>
      {drawn[kind]}
    </svg>
  )
}

const face = <circle cx="12" cy="12" r="10" fill="#ffc83d" />

const drawn: Record<Exclude<ReactionKind, 'like' | 'love'>, ReactNode> = {
  laugh: (
    <>
      {face}
      <path d="M6.6 9.8q1.5-2 3 0M14.4 9.8q1.5-2 3 0" {...line} />
      <path d="M6.5 13h11a5.5 5.5 0 0 1-11 0z" fill={ink} />
      <path d="M9 17.6a5.5 5.5 0 0 0 6 0a3.6 3.6 0 0 0-6 0z" fill="#f0605d" />
    </>
  ),
  celebrate: (
    <>
      <path d="M2.6 21.4L8 8.2a13 13 0 0 1 7.8 7.8z" fill="#ffc83d" />
      <path d="M8 8.2a13 13 0 0 1 7.8 7.8c-1.6.5-4-.6-5.9-2.4S7 9.7 8 8.2z" fill="#d98e00" />
      <path d="M13 8.5q2.5-1.5 1.5-5" fill="none" stroke="#3b82f6" strokeWidth="1.8" strokeLinecap="round" />
      <path d="M15.5 11q2.5-2.5 6-1.5" fill="none" stroke="#e5484d" strokeWidth="1.8" strokeLinecap="round" />
      <circle cx="18.6" cy="5.2" r="1.5" fill="#2fa36b" />
      <circle cx="9.5" cy="3.8" r="1.3" fill="#e5484d" />
      <circle cx="20.3" cy="14.6" r="1.3" fill="#3b82f6" />
    </>
  ),
  wow: (
    <>
      {face}
      <circle cx="8.5" cy="9.8" r="1.5" fill={ink} />
      <circle cx="15.5" cy="9.8" r="1.5" fill={ink} />
      <ellipse cx="12" cy="16" rx="2.4" ry="3" fill={ink} />
      <path d="M6.5 6.6q1.7-1.5 3.3-.8M14.2 5.8q1.7-.7 3.3.8" {...line} strokeWidth={1.2} />
    </>
  ),
  sad: (
    <>
      {face}
      <circle cx="8.5" cy="10.5" r="1.4" fill={ink} />
      <circle cx="15.5" cy="10.5" r="1.4" fill={ink} />
      <path d="M8.3 17.2q3.7-3.4 7.4 0" {...line} />
      <path d="M16.6 12.8c1.3 1.8 1.9 2.7 1.9 3.5a1.9 1.9 0 0 1-3.8 0c0-.8.6-1.7 1.9-3.5z" fill="#4aa3ff" />
    </>
  ),
}
