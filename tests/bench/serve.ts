import { openPortalOn } from '#tests/template.ts'
import { openLog } from '#platform/log.ts'
import { openDatabase } from '#platform/database/database.ts'
import { settingsFor } from './child.ts'
import fastify from 'fastify'

/** Runs as a process of its own: the real portal, or a bare route that asks the database for 1. Tells its address on standard output. */
const { urls, what } = settingsFor(process.argv[2])

if (what === 'portal') {
  const portal = await openPortalOn(urls, openLog('fatal'))
  process.on('SIGTERM', () => void portal.close().then(() => process.exit(0)))
  console.log(`http://localhost:${new URL(portal.url).port}`)
} else {
  const database = openDatabase(urls)
  const http = fastify()
  http.get('/', async () => {
    const { rows } = await database.app.query<{ one: number }>('select 1 as one')
    return rows
  })
  process.on('SIGTERM', () => void http.close().then(() => process.exit(0)))
  console.log(await http.listen({ port: 0, host: '127.0.0.1' }))
}
