import { DrawnReaction } from './DrawnReaction.tsx'
import type { Mark } from './reactionName.ts'
import classes from './Reactions.module.css'

/** A reaction as it is drawn: one of the six, an emoji or a small picture. Its name stands beside it. */
export function ReactionMark({ kind, emoji, size }: Mark & { size: number }) {
  if (kind) return <DrawnReaction kind={kind} size={size} />
  if (emoji?.picture) return <img src={emoji.picture} alt="" height={size} className={classes.picture} />
  return (
    <span className={classes.emoji} style={{ fontSize: size * 0.85 }} aria-hidden>
      {emoji?.text}
    </span>
  )
}
