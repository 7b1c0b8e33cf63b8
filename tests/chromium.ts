import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { projectFolder } from './tree.ts'

const run = promisify(execFile)

/** A Chromium that starts here: the program, and what has to stand in its environment. */
export interface Chromium {
  path: string
  env: Record<string, string>
}

const ofTheMachine = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

/** The machine's own browser (CHROMIUM_PATH names another), or else the one that came with npm. */
export async function findChromium(): Promise<Chromium> {
  const named = process.env.CHROMIUM_PATH
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file.`)
  const own = named || ofTheMachine.find((path) => existsSync(path))
  return own ? { path: own, env: {} } : unpacked()
}

/**
 * Unpacks the browser that came with npm (2 s, once per installation). Several workers may do so at the same time: each
 * unpacks into a folder of its own, and the first to finish gives its folder the name that all look for.
 */
async function unpacked(): Promise<Chromium> {
  const cache = join(projectFolder, 'node_modules/.cache/loggia')
  const folder = join(cache, 'chromium')
  if (!existsSync(folder)) {
    await mkdir(cache, { recursive: true })
    const half = await mkdtemp(join(cache, 'unpacking-'))
    // The package unpacks into the temporary folder of its process; so it gets a process, and a temporary folder, of its own.
    const unpack = `const { default: chromium, inflate } = await import('@sparticuz/chromium')
      await chromium.executablePath()
      await inflate('node_modules/@sparticuz/chromium/bin/al2023.tar.br')`
    const env = { ...process.env, TMPDIR: half }
    await run(process.execPath, ['--input-type=module', '-e', unpack], { cwd: projectFolder, env })
    await writeFile(join(half, 'fonts.conf'), fontsIn(join(folder, 'fonts'), join(folder, 'fonts-cache')))
    // Whoever installed may be somebody else than who runs the tests.
    for (const path of [half, join(half, 'chromium')]) await chmod(path, 0o755)
    await rename(half, folder).catch(async (error: NodeJS.ErrnoException) => {
      await rm(half, { recursive: true, force: true })
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    })
  }
  const path = join(folder, 'chromium')
  const env = { FONTCONFIG_FILE: join(folder, 'fonts.conf') }
  const starts = await run(path, ['--version'], { env: { ...process.env, ...env } }).then(
    () => true,
    () => false,
  )
  // Where the machine lacks the libraries (libnss3), those that the package brings are used.
  return { path, env: starts ? env : { ...env, LD_LIBRARY_PATH: join(folder, 'al2023/lib') } }
}

/** The package's Open Sans first, so that pages look the same on every machine; the machine's fonts for the rest. */
const fontsIn = (folder: string, cache: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${cache}</cachedir>
  ${['sans-serif', 'system-ui', 'Segoe UI', 'Helvetica', 'Arial']
    .map((name) => `<match><test name="family"><string>${name}</string></test>${preferOpenSans}</match>`)
    .join('\n  ')}
</fontconfig>
`
const preferOpenSans = '<edit name="family" mode="prepend" binding="strong"><string>Open Sans</string></edit>'
