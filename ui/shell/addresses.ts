const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const ends = `\\s<>"'«»„“”`

/** An address in plain words: of any page, or of a thing of this portal without its beginning (`/posts/…`). */
export const addressInWords = new RegExp(
  `https?://[^${ends}]+|(?<![^${ends}([{])/(?:posts|tasks|groups)/${uuid}(?:[/?#][^${ends}]*)?`,
  'gi',
)

const page = new RegExp(`^/[a-z]+/(${uuid})(?![\\w-])`, 'i')

/** The id of what an address of this portal leads to, such as a post; null for any other address. `origin` is that of the portal. */
export function linkedId(href: string, origin: string = window.location.origin): string | null {
  if (!URL.canParse(href, origin)) return null
  const to = new URL(href, origin)
  return to.origin === origin ? (page.exec(to.pathname)?.[1]?.toLowerCase() ?? null) : null
}
