import type { SampleDraft } from './shape.ts'

/** What somebody has begun to write: theirs alone until it is sent. */
export const drafts: SampleDraft[] = [
  {
    author: 'fiona',
    to: ['helena', 'marek'],
    text: 'The third guarantee is where I would not give way. My reasons, in the order in which they will ask:',
  },
]
