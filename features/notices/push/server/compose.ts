import { createHash } from 'node:crypto'
import { and, eq, gt, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { me as asking } from '#access/rules.ts'
import type { Me } from '#access/signed-in.ts'
import { waitsInLobby } from '#access/spaces.ts'
import { portalFace } from '#features/portal/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { PushMessage } from '#platform/push/push.ts'
import { uiWords } from '#ui/words.ts'
import { say } from '#ui/words/catalogue.ts'
import type { Notice } from '../../contract.ts'
import { happenings, noticeKinds } from '../../kinds/contract.ts'
import type { NoticeRow } from '../../server/looking.ts'
import { noticesOf } from '../../server/queries.ts'
import { followings, notices, noticeSettings } from '../../server/tables.ts'
import { noticesWords } from '../../words.ts'

/** After a day nobody wants to be called to it any more; then it stands in the list alone. */
const hoursWorth = 24
/** Push services take 4096 bytes with what encryption adds. */
const mostBytes = 3000
/** Lengths come in steps, so that they tell little of what is said. */
const step = 512

/**
 * What is pushed of a notice, as the person asking reads it now; null when there is nothing to call them for: they have read it, may not see it,
 * have muted it, do not want its kind, or a newer one of the same says it all.
 */
export async function composePush(
  tx: Tx,
  me: Me,
  { noticeId, device }: { noticeId: string; device: string },
): Promise<PushMessage | null> {
  if (await waitsInLobby(tx)) return null
  const fresh = gt(notices.at, sql`now() - make_interval(hours => ${hoursWorth})`)
  const [row] = await tx
    .select()
    .from(notices)
    .where(and(eq(notices.id, noticeId), eq(notices.personId, asking), isNull(notices.readAt), fresh))
  if (!row || !(await isWanted(tx, row))) return null
  const notice = await newestUnread(tx, row)
  if (notice?.id !== noticeId) return null
  const payload = JSON.stringify(shownOf(notice, me, (await portalFace(tx)).name))
  return {
    payload: padded(payload),
    // By a number that the service does not know: the same thing has another topic in each browser.
    topic: createHash('sha256').update(`${device} ${notice.about.id}`).digest('base64url').slice(0, 32),
    urgency: noticeKinds[happenings[notice.happened]].direct ? 'high' : 'normal',
    ttl: hoursWorth * 3600,
  }
}

/** What their settings say now of its kind, of its thing, and of its group unless it names them. */
async function isWanted(tx: Tx, { happened, aboutId, spaceId }: NoticeRow): Promise<boolean> {
  const kind = happenings[happened]
  const [off] = await tx
    .select({ kind: noticeSettings.kind })
    .from(noticeSettings)
    .where(and(eq(noticeSettings.personId, asking), eq(noticeSettings.kind, kind), isNotNull(noticeSettings.pushOffAt)))
  const group = noticeKinds[kind].direct
    ? undefined
    : and(eq(followings.aboutKind, 'group'), eq(followings.spaceId, spaceId))
  const [muted] = await tx
    .select({ id: followings.aboutId })
    .from(followings)
    .where(
      and(eq(followings.personId, asking), isNotNull(followings.mutedAt), or(eq(followings.aboutId, aboutId), group)),
    )
  return !off && !muted
}

async function newestUnread(tx: Tx, row: NoticeRow): Promise<Notice | undefined> {
  const [notice] = await noticesOf(tx, row, and(eq(notices.personId, asking), isNull(notices.readAt)))
  return notice
}

/** What the worker in the browser shows (web/worker.ts). */
function shownOf({ id, happened, about, group, person, others, said, team }: Notice, me: Me, portal: string) {
  const words = say(noticesWords, me.language)
  const somebody = group?.voice ? portal : words.somebody
  const { external, teamOnly } = say(uiWords, me.language)
  const who = person ? named(person, external) : somebody
  const names = { who, title: about.title }
  const sentence = others > 0 ? words.together[happened](others, names) : words.happened[happened](names)
  const lines = [sentence, ...(said ? [team ? `${teamOnly.mark}: ${said}` : said] : [])]
  return {
    id,
    title: cut(group?.name ?? portal, 100),
    body: cut(lines.join('\n'), 450),
    path: about.path,
    tag: about.id,
    lang: me.language,
  }
}

/** In plain text who comes from outside is told by their company, and else in a word. */
const named = ({ name, kind, company }: NonNullable<Notice['person']>, external: string): string =>
  kind === 'external' ? `${name} · ${company ?? external}` : name

/** Control characters take six bytes each and say nothing. */
const cut = (text: string, most: number): string => {
  const plain = text.replaceAll(/[^\P{Cc}\n]/gu, ' ')
  return plain.length > most ? `${plain.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…` : plain
}

/** Blanks at its end mean nothing to JSON. */
function padded(payload: string): string {
  const bytes = Buffer.byteLength(payload)
  return payload + ' '.repeat(Math.max(0, Math.min(mostBytes, Math.ceil(bytes / step) * step) - bytes))
}
