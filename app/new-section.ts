import { access, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { newSection } from './new-section/files.ts'

/** `bin/new-section library`: makes the folder of a new section, small but whole, and says what is left to do by hand. */
const [name] = process.argv.slice(2)
if (!name || !/^[a-z]{3,20}$/.test(name)) {
  console.error('Usage: bin/new-section NAME, one word in small letters, in the plural: library, rooms, quotes.')
  process.exit(1)
}
const folder = join('features', name)
if (
  await access(folder).then(
    () => true,
    () => false,
  )
) {
  console.error(`${folder}/ is there already.`)
  process.exit(1)
}
for (const [path, text] of Object.entries(newSection(name))) {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}
console.log(`${folder}/ is made. Now:
  1. put ${name} at its place in the list of tests/direction/rooms.ts and of ARCHITECTURE.md
  2. add ${name}Section to app/sections.ts and app/web/sections.ts
  3. npm run migration -- --name ${name}, and read the SQL
  4. write features/${name}/server/seed.ts and call it in app/seed.ts: the leak tests try what stands in the sample company
  5. npm run format && npm test -- features/${name} tests/every-table.test.ts tests/outsider.test.ts
Then write what it is: docs/adding-a-section.md goes on from here.`)
