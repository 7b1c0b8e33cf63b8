import fc from 'fast-check'

/** One step of a story: what is tried, and numbers that choose who tries it, with whom or what, where. */
export interface Step {
  does: (typeof deeds)[number]
  who: number
  whom: number
  where: number
}

const deeds = [
  'join',
  'add',
  'invite',
  'remove',
  'leave',
  'promote',
  'post',
  'postToTeam',
  'task',
  'teamTask',
  'personalTask',
  'comment',
  'commentToTeam',
  'isolate',
  'open',
  'company',
  'move',
  'close',
  'dismiss',
  'rehire',
  'tool',
  'archive',
  'history',
] as const
const number = fc.nat({ max: 999 })

/** Stories of up to `most` steps. */
export const stories = (most: number): fc.Arbitrary<Step[]> =>
  fc.array(fc.record({ does: fc.constantFrom(...deeds), who: number, whom: number, where: number }), {
    minLength: 12,
    maxLength: most,
  })
