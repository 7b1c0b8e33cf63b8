import { section } from '#features/section.ts'
import { writingContract } from '../contract.ts'
import { attachmentsContract } from '../attachments/contract.ts'
import { attachmentsForget } from '../attachments/server/jobs.ts'
import { attachmentsRoutes } from '../attachments/server/routes.ts'
import { attachments, uploads } from '../attachments/server/tables.ts'
import { drafts } from '../drafts/server/tables.ts'
import { writingForget } from './jobs.ts'
import { writingRoutes } from './routes.ts'
import { pictures, pictureUses } from './tables.ts'

export const writingSection = section({
  name: 'writing',
  openTo: 'everyone',
  contract: { ...writingContract, ...attachmentsContract },
  routes: { ...writingRoutes, ...attachmentsRoutes },
  tables: [drafts, pictures, pictureUses, uploads, attachments],
  jobs: [writingForget, attachmentsForget],
})
