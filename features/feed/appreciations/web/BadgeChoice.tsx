import { useId } from 'react'
import { useWords } from '#ui/words/useWords.ts'
import type { Badge } from '../contract.ts'
import { appreciationsWords } from '../words.ts'
import classes from './AppreciationFields.module.css'
import { BadgeMark } from './BadgeMark.tsx'
import { badgeLooks } from './badges.ts'

interface BadgeChoiceProps {
  value: Badge
  onChange: (badge: Badge) => void
}

/** All badges with their names; the arrows of the keyboard go through them. */
export function BadgeChoice({ value, onChange }: BadgeChoiceProps) {
  const words = useWords(appreciationsWords)
  const name = useId()
  return (
    <div role="radiogroup" aria-label={words.form.badge} className={classes.badges}>
      {(Object.keys(badgeLooks) as Badge[]).map((badge) => (
        <label key={badge} className={classes.choice}>
          <input
            type="radio"
            name={name}
            className="loggia-hidden"
            checked={badge === value}
            onChange={() => onChange(badge)}
          />
          <BadgeMark badge={badge} size={34} />
          <span className={classes.badgeName}>{words.badge[badge]}</span>
        </label>
      ))}
    </div>
  )
}
