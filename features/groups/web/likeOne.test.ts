import { expect, it } from 'vitest'
import type { Group } from '../contract.ts'
import { likeOne } from './likeOne.ts'

it('GRP-10: a group made like another has how that one is set up, and nobody and nothing that is in it', () => {
  const day = new Date('2026-11-01')
  const one: Group = {
    id: '0',
    name: 'Harbour office',
    description: 'All about the harbour.',
    kind: 'project',
    visibility: 'secret',
    external: true,
    isolation: 'company',
    voice: false,
    history: 'joining',
    whoInvites: 'owner',
    startsAt: day,
    endsAt: day,
    mine: 'owner',
    invites: true,
    tools: [],
    createdAt: day,
    archivedAt: day,
    archivedBy: { id: '1', name: 'Vera Nilsson', kind: 'employee' },
  }
  expect(likeOne(one, 'Harbour office (copy)')).toEqual({
    name: 'Harbour office (copy)',
    description: 'All about the harbour.',
    kind: 'project',
    visibility: 'secret',
    external: true,
    isolation: 'company',
    history: 'joining',
    whoInvites: 'owner',
    startsAt: '',
    endsAt: '',
    emails: [],
    note: '',
  })
})
