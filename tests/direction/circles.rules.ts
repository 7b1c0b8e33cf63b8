import { file, type Rule } from './rule.ts'
import { homeOf } from './rooms.ts'
import type { Module } from './modules.ts'

/** Circles of length 2 and more, each once, as the names on the way round. */
function circles(uses: Map<string, Set<string>>): string[][] {
  const state = new Map<string, 'open' | 'done'>()
  const way: string[] = []
  const found: string[][] = []
  const visit = (name: string) => {
    state.set(name, 'open')
    way.push(name)
    for (const next of uses.get(name) ?? []) {
      if (state.get(next) === 'open') found.push(way.slice(way.indexOf(next)))
      else if (!state.has(next)) visit(next)
    }
    way.pop()
    state.set(name, 'done')
  }
  for (const name of uses.keys()) if (!state.has(name)) visit(name)
  return found
}

function usesBy(modules: Module[], name: (path: string) => string): Map<string, Set<string>> {
  const uses = new Map<string, Set<string>>()
  for (const { path, imports } of modules) {
    const from = uses.get(name(path)) ?? new Set<string>()
    for (const { ours, to } of imports) if (ours && (name(to) !== name(path) || name(to) === to)) from.add(name(to))
    uses.set(name(path), from)
  }
  return uses
}

const asOffences = (found: string[][]) =>
  found.map((way) => ({ path: way[0] ?? '', line: 1, how: `stands in a circle: ${[...way, way[0]].join(' → ')}` }))

// An import of a type counts too: it costs nothing at run time, but who reads either file must have read the other.
/** Nothing knows itself by a detour. */
export const circleRules: Rule[] = [
  {
    says: 'No circle of files, not even of types: what two files need of each other is a third file.',
    offences: (modules) => asOffences(circles(usesBy(modules, (path) => path))),
    planted: [
      file('access/seats.ts', `import { seat } from './seats.ts'`),
      [
        file('access/seats.ts', `import type { Space } from './spaces.ts'`),
        file('access/spaces.ts', `import { inner } from './inner.ts'`),
        file('access/inner.ts', `import { seat } from './seats.ts'`),
      ],
    ],
    fine: [file('access/seats.ts', `import { a } from './spaces.ts'`), file('access/spaces.ts', 'export const a = 1')],
  },
  {
    says: 'No circle of rooms or features: app, features, events, access, platform know each other one way.',
    offences: (modules) => {
      const inRooms = modules.filter(
        ({ path }) => !/^(tests|bin)\//.test(path) && !path.includes('.test.') && homeOf(path),
      )
      const real = inRooms.map((one) => ({
        ...one,
        imports: one.imports.filter(({ to }) => !to.startsWith('ui/words/')),
      }))
      return asOffences(circles(usesBy(real, homeOf)))
    },
    planted: [
      [
        file('access/seats.ts', `import { telling } from '#events/telling.ts'`),
        file('events/telling.ts', `import { levels } from '#access/levels.ts'`),
      ],
    ],
  },
]
