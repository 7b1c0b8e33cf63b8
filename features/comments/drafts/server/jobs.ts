import { sql } from 'drizzle-orm'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Job } from '#platform/job.ts'

/** So many are forgotten at a time. */
const most = 500

/** Forgets comments that are begun below what is gone: nobody can come to their composer any more, and their files would stay for them. */
export const commentDraftsForget: Job = {
  name: 'comments.forget-drafts',
  cron: '25 * * * *',
  async run(_data, { database }) {
    await asKeeper(database, (tx) =>
      tx.execute(sql`
        delete from drafts where id in (
          select d.id from drafts d
          where d.kind = 'comment' and not exists (select from threads t where t.id = d.place_id)
            and not exists (select from comments c where c.id = d.place_id)
          limit ${most} for update skip locked
        )`),
    )
  },
}
