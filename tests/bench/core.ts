import { spawnSync } from 'node:child_process'

const held = new Set<number | undefined>()

/**
 * Holds a process to the first core from now on. What is compared takes turns there: on cores of their own, one may be slower just then and
 * the other not. Only Linux can do this; elsewhere it runs where it is put.
 */
export function holdToOneCore(processID: number | undefined): void {
  if (held.has(processID)) return
  held.add(processID)
  spawnSync('taskset', ['--cpu-list', '--pid', '0', String(processID)])
}
