import { totalmem } from 'node:os'

/** The settings of the embedded server, as arguments, so that a new version of Loggia brings its own. */
export function serverOptions(given: { socketFolder: string; fsync: boolean }): string[] {
  const megabytes = Math.floor(totalmem() / 1024 / 1024)
  const settings: Record<string, string | number> = {
    listen_addresses: '',
    unix_socket_directories: quoted(given.socketFolder),
    unix_socket_permissions: '0700',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: 100,
    shared_buffers: given.fsync ? `${between(64, megabytes / 8, 1024)}MB` : '128MB',
    effective_cache_size: `${between(256, megabytes / 2, 65_536)}MB`,
    work_mem: '8MB',
    maintenance_work_mem: `${between(64, megabytes / 32, 512)}MB`,
    max_wal_size: '2GB',
    // The disks of today; and plans are short, so that compiling them costs more than it brings.
    random_page_cost: 1.1,
    jit: 'off',
    // The log tells what went wrong, not what people wrote.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    ...(given.fsync ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

function between(least: number, wanted: number, most: number): number {
  return Math.floor(Math.max(least, Math.min(wanted, most)))
}

/** The setting is a list, in which a comma or a space in a folder's name would begin the next one. */
function quoted(folder: string): string {
  return `"${folder.replaceAll('"', '""')}"`
}
