import { section } from '#features/section.ts'
import { exportsContract } from '../contract.ts'
import { exportLetter, forgetExports, makeExport } from './jobs.ts'
import { exportsRoutes } from './routes.ts'
import { exports } from './tables.ts'

export const exportsSection = section({
  name: 'exports',
  openTo: 'lobby',
  contract: exportsContract,
  routes: exportsRoutes,
  tables: [exports],
  jobs: [makeExport, exportLetter, forgetExports],
})
