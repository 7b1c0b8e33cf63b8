import type { SourceFile } from '#tests/tree.ts'
import type { Import, Module } from './modules.ts'

/** One sentence about which way things may know each other, with a way to find who breaks it and an offence it must catch. */
export interface Rule {
  says: string
  offences: (modules: Module[]) => Offence[]
  /** What breaks this rule, and only serves to prove that it can fail: a file, or a few that break it together. */
  planted: (SourceFile | SourceFile[])[]
  /** Files that look alike and must pass. */
  fine?: SourceFile[]
}

/** Who breaks a rule, where, and how. */
export interface Offence {
  path: string
  line: number
  how: string
}

/** A rule about single imports: `broken` says whether this import in this file breaks it. */
export function aboutImports(
  says: string,
  broken: (path: string, one: Import) => boolean,
  planted: Rule['planted'],
  fine?: SourceFile[],
): Rule {
  const offences = (modules: Module[]) =>
    modules.flatMap(({ path, imports }) =>
      imports
        .filter((one) => broken(path, one))
        .map((one) => ({ path, line: one.line, how: `imports ${one.written ?? one.to}` })),
    )
  return { says, offences, planted, fine }
}

/** A rule about whole files: `broken` gives the line and how it breaks the rule, or nothing. */
export function aboutFiles(
  says: string,
  broken: (module: Module, paths: Set<string>) => { line: number; how: string }[],
  planted: Rule['planted'],
  fine?: SourceFile[],
): Rule {
  const offences = (modules: Module[]) => {
    const paths = new Set(modules.map(({ path }) => path))
    return modules.flatMap((module) => broken(module, paths).map((found) => ({ path: module.path, ...found })))
  }
  return { says, offences, planted, fine }
}

/** A file that exists only to be checked. */
export const file = (path: string, text: string): SourceFile => ({ path, text })
