import { eq } from 'drizzle-orm'
import { phoneNumbers } from '#access/phones.ts'
import { listSessions, listTokens } from '#features/account/server/door.ts'
import { listGroups } from '#features/groups/server/door.ts'
import { sessionsWithPush } from '#features/notices/server/door.ts'
import { getPerson } from '#features/people/server/door.ts'
import { label, say } from '#ui/words/catalogue.ts'
import { exportsWords } from '../words.ts'
import { pageOfArchive as limit, type Part } from './slots.ts'

const profile: Part = {
  name: 'profile',
  title: label(exportsWords, (words) => words.archive.profile),
  count: () => Promise.resolve(1),
  async page(tx, { me }) {
    const words = say(exportsWords, me.language).own
    const own = await getPerson(tx, me, me.id)
    const [proven] = await tx.select().from(phoneNumbers).where(eq(phoneNumbers.personId, me.id))
    const said: [string, string | undefined][] = [
      [words.position, own.position],
      [words.department, own.department?.name],
      [words.manager, own.manager?.name],
      [words.saidCompany, own.saidCompany],
      [words.email, own.email],
      [words.phone, own.phone],
      [words.mobile, own.mobile],
      [words.provenNumber, proven?.number],
      [words.about, own.about],
      [words.interests, own.interests],
      [words.timeZone, own.timeZone],
      ...own.fields.map(({ names, value }): [string, string] => [names[me.language] || names.en, value]),
    ]
    const facts = said.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []))
    return {
      items: [{ at: null, author: own, facts, data: { ...own, provenNumber: proven?.number ?? null } }],
      next: null,
    }
  },
}

const groupsOf = (name: string, archived: boolean): Part => ({
  name,
  title: label(exportsWords, (words) => (archived ? words.archive.archivedGroups : words.archive.groups)),
  count: () => Promise.resolve(0),
  async page(tx, { me }, after) {
    const words = say(exportsWords, me.language).archive
    const { items, next } = await listGroups(tx, { mine: true, archived, limit, ...(after ? { after } : {}) })
    return {
      items: items.map((group) => ({
        at: null,
        title: group.name,
        text: group.description,
        marks: group.mine && group.mine !== 'member' ? [words.role[group.mine]] : [],
        data: group,
      })),
      next,
    }
  },
})

/** Browsers and programs that are signed in: kept by nobody's rules, and asked for by the person's own id. */
const sessions: Part = {
  name: 'sessions',
  title: label(exportsWords, (words) => words.archive.sessions),
  count: () => Promise.resolve(1),
  async page(tx, { me, platform }) {
    const words = say(exportsWords, me.language).own
    const browsers = await listSessions(platform.database, me)
    const pushed = await sessionsWithPush(platform.database, me)
    const programs = await listTokens(tx, me)
    return {
      items: [
        ...browsers.map((one) => ({
          at: one.createdAt,
          title: [one.browser, one.system].filter((name) => name !== null).join(', ') || words.browser,
          facts: [
            ...(one.from ? [[words.from, one.from] as [string, string]] : []),
            [words.lastUsed, one.lastUsedAt] as [string, Date],
          ],
          marks: pushed.has(one.id) ? [words.push] : [],
          data: { kind: 'browser', ...one, push: pushed.has(one.id) },
        })),
        ...programs.map((one) => ({
          at: one.createdAt,
          title: one.name,
          marks: [words.program],
          facts: one.lastUsedAt ? [[words.lastUsed, one.lastUsedAt] as [string, Date]] : [],
          data: { kind: 'program', ...one },
        })),
      ],
      next: null,
    }
  },
}

/** What earlier rooms keep of a person, before what they wrote and after it. */
export const ownParts = {
  before: [profile, groupsOf('groups', false), groupsOf('archived-groups', true)],
  after: [sessions],
}
