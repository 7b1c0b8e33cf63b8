import { Link, useLocation } from '@tanstack/react-router'
import { useSections } from '../section.ts'
import { partAddress, type Query } from './address.ts'
import { findRecord } from './over.ts'
import { PageLink, type PageLinkProps } from './PageLink.tsx'
import classes from './RecordLink.module.css'

/** A link to a record that opens over the present page; a middle click, or a reload, opens it as a page of its own. */
export function RecordLink({ to, className = classes.link, ...rest }: PageLinkProps) {
  const sections = useSections()
  const here = useLocation()
  const { path, hash } = partAddress(to)
  if (!findRecord(path, sections)) return <PageLink to={to} className={className} {...rest} />
  return (
    <Link
      to={here.pathname}
      search={{ ...(here.search as Query), over: path }}
      mask={{ to: path, search: {}, hash, unmaskOnReload: true }}
      state={{ overDepth: (here.state.overDepth ?? 0) + 1 }}
      resetScroll={false}
      activeProps={{ 'aria-current': undefined }}
      className={className}
      {...rest}
    />
  )
}
