import { readFileSync } from 'node:fs'
import { openDatabase } from '#platform/database/database.ts'
import { measureLists } from './measure.ts'
import { hotLists } from './lists.ts'
import { record, explain } from './record.ts'
const { urls, readers } = JSON.parse(readFileSync('/tmp/bench/urls.json','utf8'))
const db = openDatabase(urls, 4)
if (process.argv[2]) {
  const list = hotLists.find(l => l.name.includes(process.argv[2])), reader = readers.find((r:any) => r.name.includes(process.argv[3]))
  const st = await record(db, list!, reader)
  for (const p of await explain(process.argv[4] ? db.keeper : db.app, reader.me.id, st)) console.log(p+'\n')
} else if (process.env.CPU) {
  const { readFileSync: rd } = await import('node:fs')
  for (const list of hotLists) for (const reader of readers) {
    if (list.only && list.only !== reader.me.kind) continue
    const st = await record(db, list, reader)
    const out: number[] = []
    for (const pool of [db.app, db.keeper]) {
      const c = await pool.connect(); const pid = (await c.query('select pg_backend_pid() p')).rows[0].p
      const cpu = () => Number(rd(`/proc/${pid}/schedstat','utf8`.split("'")[0]!, 'utf8').split(' ')[0]) / 1e6
      const ts: number[] = []
      for (let i = 0; i < 9; i++) {
        await c.query('begin'); await c.query(`select set_config('loggia.person', $1, true)`, [reader.me.id])
        const t = cpu(); for (const s of st) await (c.query as any)(...s); const u = cpu(); await c.query('commit'); ts.push(u - t)
      }
      c.release(); ts.sort((a, b) => a - b); out.push(ts[4]!)
    }
    console.log(list.name.padEnd(30), reader.name.padEnd(32), String(st.length).padStart(2), out[0]!.toFixed(2).padStart(8), out[1]!.toFixed(2).padStart(8), (out[0]!/out[1]!).toFixed(2).padStart(6))
  }
} else {
  for (const f of await measureLists(db, readers, 11)) console.log(f.list.padEnd(30), f.reader.padEnd(32), String(f.statements).padStart(2), f.rules.toFixed(2).padStart(8), f.owner.toFixed(2).padStart(8), (f.rules/f.owner).toFixed(2).padStart(6), f.whole.toFixed(2).padStart(8))
}
await db.close()
