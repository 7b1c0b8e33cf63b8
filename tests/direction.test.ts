import { describe, expect, test } from 'vitest'
import { circleRules } from './direction/circles.rules.ts'
import { halfRules } from './direction/halves.rules.ts'
import { readModule } from './direction/modules.ts'
import { nameRules } from './direction/names.rules.ts'
import { roomRules } from './direction/rooms.rules.ts'
import type { Rule } from './direction/rule.ts'
import { sourceFiles, type SourceFile } from './tree.ts'

const rules = [...roomRules, ...halfRules, ...nameRules, ...circleRules]
const project = sourceFiles().map(readModule)

const broken = (rule: Rule, files: SourceFile[]) => rule.offences(files.map(readModule))

test('the whole project is read', () => {
  const rooms = new Set(project.map(({ path }) => path.split('/')[0]))
  expect([...rooms]).toEqual(expect.arrayContaining(['access', 'app', 'events', 'features', 'platform', 'ui', 'tests']))
  expect(project.flatMap(({ imports }) => imports.filter(({ ours }) => ours)).length).toBeGreaterThan(100)
})

describe.each(rules)('$says', (rule) => {
  test('holds everywhere', () => {
    const offences = rule.offences(project).map(({ path, line, how }) => `${path}:${line} ${how}`)
    expect(offences, rule.says).toEqual([])
  })

  test('is broken by each offence planted, and not by what only looks alike', () => {
    for (const planted of rule.planted) {
      expect(broken(rule, [planted].flat()), JSON.stringify(planted)).not.toEqual([])
    }
    expect(broken(rule, rule.fine ?? [])).toEqual([])
  })
})
