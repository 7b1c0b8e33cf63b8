/** A piece of a list that grows at its head: its place (newer is greater), what stays the same of it, whether one did the last to it oneself. */
interface Piece {
  id: string
  key: string
  mine: boolean
}

/** What somebody has before their eyes: the keys in their order, and the place up to which all that is newer waits. */
export interface Kept {
  order: string[]
  top: string
}

/**
 * The order goes on as it was while somebody reads: further pages come below, and what one wrote oneself above. All else that is new, or has risen,
 * waits, unless it may `move`. The same object when nothing is different.
 */
export function goOn(kept: Kept | null, pieces: readonly Piece[], move: boolean): Kept | null {
  const top = pieces[0]?.id
  if (top === undefined) return kept
  if (!kept || (move && top > kept.top)) return { order: pieces.map(({ key }) => key), top }
  const known = new Set(kept.order)
  const unknown = pieces.filter(({ key }) => !known.has(key))
  const own = unknown.filter(({ id, mine }) => mine && id > kept.top)
  const older = unknown.filter(({ id }) => id <= kept.top)
  if (own.length + older.length === 0) return kept
  const keys = (some: readonly Piece[]) => some.map(({ key }) => key)
  return { order: [...keys(own), ...kept.order, ...keys(older)], top: kept.top }
}

/** The pieces as they stand before somebody's eyes. */
export function inOrder<P extends Piece>({ order }: Kept, pieces: readonly P[]): P[] {
  const byKey = new Map(pieces.map((piece) => [piece.key, piece]))
  return order.flatMap((key) => byKey.get(key) ?? [])
}

/** The moment with which a place begins. */
export const momentOf = (place: string): string =>
  new Date(parseInt(place.replace('-', '').slice(0, 12), 16)).toISOString()

/** How many pieces wait: new ones, and those that rose by what somebody else did. */
export const waiting = ({ top }: Kept, pieces: readonly Piece[]): number =>
  pieces.filter(({ id, mine }) => id > top && !mine).length
