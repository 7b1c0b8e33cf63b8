import { openPortalOn } from '#tests/template.ts'
import { openLog } from '#platform/log.ts'
import { openDatabase } from '#platform/database/database.ts'
import { settingsFor } from './child.ts'
import fastify from 'fastify'
import { WebSocketServer } from 'ws'

/** Runs as a process of its own: the real portal, or a bare one: a route that asks the database for 1, and a WebSocket that says to all what is posted. Tells its address on standard output. */
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
  const sockets = new WebSocketServer({ server: http.server, path: '/live', perMessageDeflate: false })
  sockets.on('connection', (socket) => socket.send('{"kind":"live.ready"}'))
  http.post('/', async () => {
    for (const socket of sockets.clients) socket.send('{"kind":"said"}')
    return {}
  })
  process.on('SIGTERM', () => {
    for (const socket of sockets.clients) socket.terminate()
    void http.close().then(() => process.exit(0))
  })
  console.log(await http.listen({ port: 0, host: '127.0.0.1' }))
}
