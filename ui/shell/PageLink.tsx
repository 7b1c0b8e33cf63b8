import { Link } from '@tanstack/react-router'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { partAddress } from './address.ts'

/** What a link within the portal takes: everything of `<a>`, with `to` in place of `href`. */
export interface PageLinkProps extends Omit<ComponentPropsWithRef<'a'>, 'href' | 'children'> {
  /** An address of this portal: `/groups/1?tab=tasks`. */
  to: string
  /** Counts as the present page only at exactly this address, not below it: the first of several tabs. */
  exact?: boolean
  children?: ReactNode
}

/** A link within the portal. Mantine components take it: `<Button component={PageLink} to="/groups">`. */
export function PageLink({ to, exact = false, ...rest }: PageLinkProps) {
  const { path, query, hash } = partAddress(to)
  const active = exact ? { activeOptions: { exact, includeSearch: false } } : {}
  return <Link to={path} search={query} {...(hash ? { hash } : {})} {...active} {...rest} />
}
