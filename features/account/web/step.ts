/** A step of signing in, with where the person wanted to go. */
export function stepOf(way: 'link' | 'reset' | 'phone' | 'code' | null, to = ''): string {
  const query = new URLSearchParams({ ...(way ? { way } : {}), ...(to ? { to } : {}) })
  return query.size > 0 ? `/sign-in?${query}` : '/sign-in'
}
