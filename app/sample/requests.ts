import type { SampleRequest } from './shape.ts'

/** Two people who ask to be let in: a photographer whom an ordinary member invited back, and a colleague at a closed group. */
export const requests: SampleRequest[] = [
  { key: 'acme-noel', group: 'acme', person: 'noel', invitedBy: 'nora', daysAgo: 1 },
  { key: 'library-zofia', group: 'library', person: 'zofia', daysAgo: 2 },
]
