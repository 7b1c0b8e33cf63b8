import { IconWorld } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Icon } from '../section.ts'
import { uiWords } from '../words.ts'
import { useWords } from '../words/useWords.ts'
import classes from './MenuLink.module.css'
import { PageLink } from './PageLink.tsx'

interface MenuLinkProps {
  to: string
  label: string
  /** Without one (a group), its first letter stands in. */
  icon?: Icon
  /** Only the icon is drawn; the label is then heard and shown on hover. */
  folded?: boolean
  /** A group with people from outside: orange, with a globe. */
  external?: boolean
  /** A small number at the right end. */
  count?: number
  /** The same, of a section that counts for itself. */
  badge?: ReactNode
}

/** One entry of the left menu; the groups feature uses it for the person's groups too. */
export function MenuLink({
  to,
  label,
  icon: EntryIcon,
  folded = false,
  external = false,
  count,
  badge,
}: MenuLinkProps) {
  const words = useWords(uiWords)
  const Mark = EntryIcon ?? (external ? IconWorld : undefined)
  const className = [classes.link, folded && classes.folded, external && classes.external].filter(Boolean).join(' ')
  return (
    <PageLink to={to} className={className} {...(folded ? { title: label } : {})}>
      <span className={classes.icon} aria-hidden>
        {Mark ? (
          <Mark size={18} stroke={1.7} aria-hidden />
        ) : (
          <span className={classes.letter}>{label.slice(0, 1)}</span>
        )}
      </span>
      <span className={folded ? 'loggia-hidden' : classes.label}>{label}</span>
      {external && <span className="loggia-hidden">({words.externalGroup})</span>}
      {count !== undefined && count > 0 && !folded && <span className={classes.count}>{count}</span>}
      {badge && !folded && <span className={classes.count}>{badge}</span>}
    </PageLink>
  )
}
