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
} else {
  for (const f of await measureLists(db, readers, 11)) console.log(f.list.padEnd(30), f.reader.padEnd(32), String(f.statements).padStart(2), f.rules.toFixed(2).padStart(8), f.owner.toFixed(2).padStart(8), (f.rules/f.owner).toFixed(2).padStart(6), f.whole.toFixed(2).padStart(8))
}
await db.close()
