import type { AnyContractRouter } from '@orpc/contract'
import type { Router } from '@orpc/server'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { OpenTo, RequestContext } from '#access/procedures.ts'
import type { Reaction } from '#events/when.ts'
import type { Job } from '#platform/job.ts'

/** One feature as the application takes it in on the server. */
export interface Section {
  /** The folder's name; also the first word of its events, jobs and procedures. */
  name: string
  /** Who has it in the menu and gets answers from it; single procedures may be open to fewer, or to those in the lobby too. */
  openTo: OpenTo
  contract: AnyContractRouter
  routes: Router<AnyContractRouter, RequestContext>
  tables?: PgTable[]
  reactions?: Reaction[]
  jobs?: Job[]
}

/** Says that something is a section, and keeps its types: the router of the whole portal is made of them. */
export const section = <const S extends Section>(made: S): S => made
