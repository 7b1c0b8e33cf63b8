import { sql } from 'drizzle-orm'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Job } from '#platform/job.ts'
import { pictureKey } from './pictures.ts'

/** So many are forgotten at a time. */
const most = 500

/** Forgets pictures that stand nowhere, a day after they were added: those that were never sent, and those of things that are gone. */
export const writingForget: Job = {
  name: 'writing.forget',
  cron: '35 * * * *',
  async run(_data, { database, files }) {
    const ids = await asKeeper(database, async (tx) => {
      const { rows } = await tx.execute<{ id: string }>(sql`
        delete from pictures where id in (
          select p.id from pictures p
          where p.created_at < now() - interval '1 day' and not exists (select from picture_uses u where u.picture_id = p.id)
            and not exists (select from drafts d where d.author_id = p.author_id and position(p.id::text in d.document::text) > 0)
          limit ${most} for update skip locked
        ) returning id`)
      return rows.map(({ id }) => id)
    })
    // After the commit: whoever still had the row would look for what is gone.
    for (const id of ids) await files.remove(pictureKey(id))
  },
}
