import { join } from 'node:path'
import { and, eq, sql } from 'drizzle-orm'
import { gatherLetters } from '#features/notices/letters/server/jobs.ts'
import { notices } from '#features/notices/server/tables.ts'
import { listOutbox, readOutbox } from '#platform/mail/outbox.ts'
import type { TestPortal } from '../portal.ts'
import type { ShownLetter } from './every-letter.ts'

const folder = (portal: TestPortal) => join(portal.folder, 'outbox')
const outbox = async (portal: TestPortal) => {
  await portal.settled()
  return (await listOutbox(folder(portal), { limit: 200 })).items
}

/** Does something that writes to somebody, and answers the newest letter of theirs. */
async function letterAfter(
  portal: TestPortal,
  name: string,
  to: string,
  act: () => Promise<unknown>,
): Promise<ShownLetter> {
  const before = new Set((await outbox(portal)).map(({ id }) => id))
  await act()
  const found = (await outbox(portal)).find((one) => one.to === to && !before.has(one.id))
  const letter = found && (await readOutbox(folder(portal), found.id))
  if (!letter) throw new Error(`No letter came: ${name}`)
  return { name, subject: letter.subject, html: letter.html, text: letter.text }
}

/** Letters that tell of things in the portal, as they really come, in one language. */
export async function toldLetters(portal: TestPortal, language: 'en' | 'ru' | 'pl'): Promise<ShownLetter[]> {
  await portal.keep((tx) => tx.execute(sql`update people set language = ${language}`))
  const [liam, kim, ruth] = [await portal.as('liam'), await portal.as('kim'), await portal.as('ruth')]
  const id = portal.group('acme')
  const toKim = 'kim@acme.example'
  let post = ''
  const letters = [
    await letterAfter(portal, 'invitation', `${language}@acme.example`, () =>
      liam.invitations.invite({ id, emails: [`${language}@acme.example`], language, note: 'Come and see.' }),
    ),
    await letterAfter(portal, 'record', toKim, () => liam.exports.ofGroup({ id, personId: portal.person('kim') })),
    await letterAfter(portal, 'post', toKim, async () => {
      post = (await liam.feed.add({ groupId: id, text: `Chairs ${'wordswithoutend'.repeat(12)}\nSixty of them.` })).id
    }),
    await letterAfter(portal, 'task', toKim, () =>
      liam.tasks.create({
        groupId: id,
        title: 'Measure the stairs',
        description: 'Twice.',
        responsibleId: portal.person('kim'),
        deadline: '2031-05-04T10:00:00Z',
      }),
    ),
  ]
  await liam.notices.changeSettings({ kinds: { comments: { letter: 'once' } } })
  letters.push(
    await letterAfter(portal, 'comment', 'liam@orlanta.example', () =>
      kim.comments.add({ threadId: post, text: 'In which colour?' }),
    ),
  )
  for (const pace of ['hourly', 'daily'] as const) {
    await liam.notices.changeSettings({ kinds: { comments: { letter: pace } } })
    letters.push(
      await letterAfter(portal, pace, 'liam@orlanta.example', async () => {
        await kim.comments.add({ threadId: post, text: `Or in two, ${pace}?\nAsk Omar.` })
        await ruth.comments.add({ threadId: post, text: 'They will not pay for two.', audience: 'team' })
        await portal.settled()
        const theirs = and(eq(notices.personId, portal.person('liam')), eq(notices.letter, pace))
        await portal.keep((tx) => tx.update(notices).set({ letterAt: new Date() }).where(theirs))
        await gatherLetters.run({}, portal.platform)
      }),
    )
  }
  return letters
}
