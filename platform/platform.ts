import type { Database } from './database/database.ts'
import type { Files } from './files/files.ts'
import type { Jobs } from './jobs.ts'
import type { Log } from './log.ts'
import type { Mail } from './mail/mail.ts'
import type { Push } from './push/push.ts'
import type { Settings } from './settings.ts'
import type { Sms } from './sms/sms.ts'

/** How one running portal talks to the world. It knows nothing of people or groups. */
export interface Platform {
  settings: Settings
  log: Log
  database: Database
  files: Files
  mail: Mail
  sms: Sms
  push: Push
  jobs: Jobs
  /** An unguessable word of 32 small letters and digits that stands for the given ones: the same for the same, as long as the portal keeps its secret. */
  standIn: (...words: string[]) => string
}
