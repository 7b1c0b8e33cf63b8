import { posix } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import type { SourceFile } from '#tests/tree.ts'

/** One import, however it is spelled: `import`, `export … from`, `import()`, or a type taken by `import('…')`. */
export interface Import {
  /** As written between the quotes; undefined when it is not a plain string. */
  written: string | undefined
  /** A path of ours from the root (`access/rules.ts`), or a package (`pg`, `node:fs`) with its subpath. */
  to: string
  ours: boolean
  names: string[]
  typeOnly: boolean
  line: number
}

/** One file as the rules of direction see it. */
export interface Module {
  path: string
  imports: Import[]
  /** Calls of a method on something, as `pool.query`: the last two words and the line. */
  calls: { said: string; line: number }[]
  defaultExportLine: number | undefined
  exportStarLine: number | undefined
  /** Holds nothing but re-exports. */
  onlyPassesOn: boolean
}

/** Reads one file. Throws with the place when it is not TypeScript, because a file that cannot be read cannot be held to a rule. */
export function readModule({ path, text }: SourceFile): Module {
  const parsed = parseSync(path, text)
  if (parsed.errors.length > 0) throw new Error(`${path} cannot be read: ${parsed.errors[0]?.message}`)
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length
  // Only `import type` is dropped whole; `import { type A }` still loads the file.
  const ofTypes = (start: number) => /^(import|export)\s+type\b/.test(text.slice(start, start + 20))
  const imports: Import[] = []
  const add = (written: string | undefined, start: number, names: string[], typeOnly: boolean) =>
    imports.push({ written, ...resolve(path, written), names, typeOnly, line: lineOf(start) })

  for (const one of parsed.module.staticImports) {
    const names = one.entries.map((entry) => entry.importName.name ?? entry.importName.kind)
    add(one.moduleRequest.value, one.start, names, ofTypes(one.start))
  }
  for (const one of parsed.module.staticExports) {
    const passedOn = one.entries.filter((entry) => entry.moduleRequest)
    const names = passedOn.map((entry) => entry.importName.name ?? entry.importName.kind)
    if (passedOn.length > 0) add(passedOn[0]?.moduleRequest?.value, one.start, names, ofTypes(one.start))
  }
  const calls: Module['calls'] = []
  new Visitor({
    ImportExpression: ({ source, start }) => add(plainString(source), start, ['*'], false),
    TSImportType: ({ source, start }) => add(source.value, start, ['*'], true),
    CallExpression({ callee, start, arguments: given }) {
      if (callee.type === 'Identifier' && callee.name === 'require') {
        add(given[0] && plainString(given[0]), start, ['*'], false)
      }
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return
      const on = callee.object
      const owner = on.type === 'MemberExpression' ? on.property : on
      if (owner.type === 'Identifier')
        calls.push({ said: `${owner.name}.${callee.property.name}`, line: lineOf(start) })
    },
  }).visit(parsed.program)

  const exports = parsed.module.staticExports.flatMap((one) => one.entries)
  const byDefault = exports.find(({ exportName }) =>
    [exportName.name, exportName.kind as string].some((name) => /^default$/i.test(name ?? '')),
  )
  const star = exports.find((entry) => (entry.importName.kind as string).startsWith('All'))
  const passesOn = (type: string, source: unknown) =>
    type === 'ExportAllDeclaration' || (type === 'ExportNamedDeclaration' && Boolean(source))
  return {
    path,
    imports,
    calls,
    defaultExportLine: byDefault && lineOf(byDefault.start),
    exportStarLine: star && lineOf(star.start),
    onlyPassesOn:
      parsed.program.body.length > 0 &&
      parsed.program.body.every((node) => passesOn(node.type, 'source' in node && node.source)),
  }
}

function plainString(node: { type: string; value?: unknown }): string | undefined {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined
}

function resolve(from: string, written: string | undefined): { to: string; ours: boolean } {
  if (written === undefined) return { to: '(not a plain string)', ours: false }
  const plain = written.replace(/\?.*$/, '')
  if (plain.startsWith('#')) return { to: posix.normalize(plain.slice(1)), ours: true }
  if (plain.startsWith('.')) return { to: posix.normalize(posix.join(posix.dirname(from), plain)), ours: true }
  return { to: plain, ours: false }
}
