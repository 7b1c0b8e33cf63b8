import { sql } from 'drizzle-orm'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Job } from '#platform/job.ts'
import { removeContent } from './uploads.ts'

/** So many are forgotten at a time. */
const most = 500

/**
 * Forgets files that stand nowhere, and their content with them: those that were not sent within a day, unless a draft has them, and those of things that are
 * gone.
 */
export const attachmentsForget: Job = {
  name: 'writing.forget-attachments',
  cron: '50 * * * *',
  async run(_data, { database, files }) {
    const ids = await asKeeper(database, async (tx) => {
      const { rows } = await tx.execute<{ id: string }>(sql`
        delete from uploads where id in (
          select u.id from uploads u
          where not exists (select from attachments a where a.id = u.id) and case when u.placed_at is null
            then u.created_at < now() - interval '1 day' and not exists (select from drafts d where d.author_id = u.author_id and u.id = any (d.attachments))
            else true end
          limit ${most} for update skip locked
        ) returning id`)
      return rows.map(({ id }) => id)
    })
    // After the commit: whoever still had the row would look for what is gone.
    for (const id of ids) await removeContent(files, id)
  },
}
