import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'

interface Step {
  name: string
  command: string
}

/** Need nothing but the files: run two at a time, on two cores. */
const quick: Step[] = [
  { name: 'lint', command: 'oxlint' },
  { name: 'format', command: 'prettier --check --cache --log-level warn .' },
  { name: 'types of the server', command: 'tsc -p tsconfig.server.json' },
  { name: 'types of the web', command: 'tsc -p tsconfig.web.json' },
  { name: 'dead code', command: 'knip' },
  { name: 'build', command: 'vite build --logLevel warn' },
]
const results = 'node_modules/.cache/loggia/tests.json'
const tests: Step = {
  name: 'tests',
  command: `npm test -- --reporter=default --reporter=json --outputFile.json=${results}`,
}

const running = new Map<Step, ChildProcess>()
const began = performance.now()
const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`

/** Runs one step in a process group of its own, so that all of it can be stopped. Its output is kept and shown if it fails. */
async function run(step: Step, show: 'as it comes' | 'if it fails'): Promise<void> {
  const since = performance.now()
  const kept: Buffer[] = []
  const output = show === 'as it comes' ? 'inherit' : 'pipe'
  const child = spawn(step.command, { shell: true, detached: true, stdio: ['ignore', output, output] })
  running.set(step, child)
  child.stdout?.on('data', (part: Buffer) => kept.push(part))
  child.stderr?.on('data', (part: Buffer) => kept.push(part))
  const code = await new Promise<number | null>((done) => child.on('close', done))
  // A step that was stopped because another failed has nothing to say.
  if (!running.delete(step)) return
  if (code === 0) {
    console.log(`✓ ${step.name}, ${seconds(since)}`)
    return
  }
  process.stdout.write(Buffer.concat(kept))
  fail(`✗ ${step.name} failed after ${seconds(since)}: ${step.command}`)
}

function fail(sentence: string): never {
  stopAll()
  console.log(`\n${sentence}`)
  if (existsSync(results)) console.log(counts().line)
  process.exit(1)
}

function stopAll(): void {
  for (const [step, child] of running) {
    running.delete(step)
    if (child.pid) process.kill(-child.pid, 'SIGTERM')
  }
}

async function runTwoAtATime(steps: Step[]): Promise<void> {
  const waiting = [...steps]
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) await run(step, 'if it fails')
  }
  await Promise.all([work(), work()])
}

/** How the tests ended, as a line that says it in any language of programming. */
function counts(): { passed: number; line: string } {
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(results, 'utf8')) as Record<
    'numPassedTests' | 'numFailedTests',
    number
  >
  return { passed, line: `${passed} passed, ${failed} failed` }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => fail(`Stopped by ${signal}.`))
mkdirSync(dirname(results), { recursive: true })
rmSync(results, { force: true })
await runTwoAtATime(quick)
await run(tests, 'as it comes')
if (counts().passed === 0) fail('✗ no test ran')
console.log(`\nEverything holds, after ${seconds(began)}.`)
console.log(counts().line)
