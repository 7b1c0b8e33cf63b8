import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { groups } from '#features/groups/server/tables.ts'
import { listOutbox, readOutbox } from '#platform/mail/outbox.ts'
import type { Language } from '#ui/words/catalogue.ts'
import type { ActingPortal } from '../acting.ts'
import { visitor } from '../visitor.ts'
import type { ShownLetter } from './every-letter.ts'

const folder = (portal: ActingPortal) => join(portal.folder, 'outbox')
const outbox = async (portal: ActingPortal) => {
  await portal.settled()
  return (await listOutbox(folder(portal), { limit: 200 })).items
}

/** A letter that comes: its name, the function that writes it, whose it is, and what is done so that it comes. */
export interface Coming extends Pick<ShownLetter, 'name' | 'by'> {
  to: string
  act: () => Promise<unknown>
}

/** Does something that writes to somebody, and answers the newest letter of theirs. */
export async function letterAfter(portal: ActingPortal, { name, by, to, act }: Coming): Promise<ShownLetter> {
  const before = new Set((await outbox(portal)).map(({ id }) => id))
  await act()
  const found = (await outbox(portal)).find((one) => one.to === to && !before.has(one.id))
  const letter = found && (await readOutbox(folder(portal), found.id))
  if (!letter) throw new Error(`No letter came: ${name}`)
  return { name, by, subject: letter.subject, html: letter.html, text: letter.text }
}

/** Letters that bring somebody in, and the one that brings a record, as they really come, in one language. */
export async function sentLetters(portal: ActingPortal, language: Language): Promise<ShownLetter[]> {
  const [liam, boris, anna] = [await portal.as('liam'), await portal.as('boris'), await portal.as('anna')]
  const [paula, lena] = [await portal.as('paula'), await portal.as('lena')]
  const acme = portal.group('acme')
  const carriers = portal.group('carriers')
  const by = 'invitationLetterOf'
  const invited = (way: string, act: (email: string) => Promise<unknown>): Coming => {
    const to = `${way.replaceAll(' ', '-')}-${language}@acme.example`
    return { name: `invited, ${way}`, by, to, act: () => act(to) }
  }
  const note = 'The plans are there already.\nCome and see.'
  const whoInvites = (id: string, who: 'owner' | 'members') =>
    portal.keep((tx) => tx.update(groups).set({ whoInvites: who }).where(eq(groups.id, id)))
  const all: Coming[] = [
    invited('with a note', (email) => liam.invitations.invite({ id: acme, emails: [email], language, note })),
    invited('through the lobby', async (email) => {
      await whoInvites(acme, 'owner')
      await boris.invitations.invite({ id: acme, emails: [email], language })
      await portal.settled()
      await whoInvites(acme, 'members')
    }),
    invited('by the link', async (email) => {
      const { url } = await liam.invitations.makeLink({ id: acme })
      const token = url?.split('/room/')[1] ?? ''
      await visitor(portal).invitations.askByLink({ token, name: 'Rosa Díaz', email, language })
    }),
    invited('and added', (email) => liam.invitations.add({ id: acme, email, name: 'Rosa Díaz', language })),
    invited('from outside', async (email) => {
      await whoInvites(carriers, 'members')
      await lena.invitations.invite({ id: carriers, emails: [email], language })
    }),
    invited('in one voice', async (email) => {
      await paula.groups.isolate({ id: carriers, isolation: 'voice' })
      await paula.invitations.invite({ id: carriers, emails: [email], language })
      await portal.settled()
      await paula.groups.isolate({ id: carriers, isolation: 'company' })
    }),
    invited('to work here', (email) => anna.invitations.inviteEmployees({ emails: [email], language })),
    {
      name: 'a record',
      by: 'composeLetter',
      to: 'kim@acme.example',
      act: () => liam.exports.ofGroup({ id: acme, personId: portal.person('kim') }),
    },
  ]
  const letters: ShownLetter[] = []
  for (const one of all) letters.push(await letterAfter(portal, one))
  return letters
}
