import { admitPerson } from '#access/admit.ts'
import { companies } from '#access/tables.ts'
import type { TestPortal } from '../portal.ts'
import type { Said } from './lanes.ts'
import type { World } from './oracle.ts'

/** A small company of its own inside the portal: employees and externals, an open, a secret and two external groups. */
export async function found(portal: TestPortal): Promise<{ world: World; said: Said }> {
  const world: World = { people: new Map(), groups: new Map(), posts: new Map(), tasks: new Map(), comments: new Map() }
  const mark = crypto.randomUUID()
  const said: Said = new Map()
  await portal.keep(async (tx) => {
    const made = await tx
      .insert(companies)
      .values([{ name: `One ${mark}` }, { name: `Two ${mark}` }])
      .returning({ id: companies.id })
    const [one, two] = made.map(({ id }) => id)
    // Two of one company, one of another, one of none.
    const belongs = [undefined, undefined, undefined, one, one, two, undefined]
    for (const [n, kind] of (
      ['employee', 'employee', 'employee', 'external', 'external', 'external', 'external'] as const
    ).entries()) {
      const id = await admitPerson(tx, {
        name: `Person ${n}`,
        kind,
        companyId: belongs[n],
        email: `p${n}.${mark}@model.example`,
        proven: true,
      })
      world.people.set(id, {
        external: kind === 'external',
        dismissed: false,
        administrator: false,
        company: belongs[n] ?? null,
      })
    }
  })
  const owners = [...world.people].filter(([, { external }]) => !external).map(([id]) => id)
  const kinds: { external: boolean; visibility: 'open' | 'secret'; history?: 'joining' }[] = [
    { external: false, visibility: 'open' },
    { external: false, visibility: 'secret' },
    { external: true, visibility: 'secret' },
    { external: true, visibility: 'secret', history: 'joining' },
  ]
  for (const [n, { external, visibility, history = 'everything' }] of kinds.entries()) {
    const owner = owners[n % 2] ?? ''
    const { id } = await (await portal.asId(owner)).groups.create({ name: `Group ${n}`, external, visibility, history })
    const secret = visibility === 'secret'
    world.groups.set(id, {
      external,
      secret,
      archived: false,
      opened: false,
      history,
      isolation: 'open',
      members: new Set([owner]),
      lanes: new Map(),
      asking: new Set(),
      roles: new Map([[owner, 'owner']]),
      tools: new Map(),
    })
  }
  return { world, said }
}
