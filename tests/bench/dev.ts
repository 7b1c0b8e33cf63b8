import { openGround } from './cluster.ts'
import { findReaders } from './readers.ts'
import { seedFirst, seedRest } from './seed.ts'
import { full, small } from './size.ts'
import { writeFileSync } from 'node:fs'
const size = process.argv.includes('--full') ? full : small
const ground = await openGround()
process.on('SIGINT', () => void ground.drop().then(() => process.exit(0)))
process.on('SIGTERM', () => void ground.drop().then(() => process.exit(0)))
try {
await ground.admin.keeper.query(`grant select on all tables in schema public to loggia_app`)
const t=performance.now()
await seedFirst(ground.admin, size)
await seedRest(ground.admin, size)
console.log('seed', performance.now()-t)
writeFileSync('/tmp/bench/urls.json', JSON.stringify({urls: ground.urls, readers: await findReaders(ground.admin, size)}))
setInterval(()=>0, 1e6)
} catch (e) { console.error(e); await ground.drop(); process.exit(1) }
