import { and, eq, sql } from 'drizzle-orm'
import { eventReminder } from '#features/feed/calendar-events/server/jobs.ts'
import { happenings, isWritten, type Happening, type Written } from '#features/notices/kinds/contract.ts'
import { gatherLetters } from '#features/notices/letters/server/jobs.ts'
import { notices } from '#features/notices/server/tables.ts'
import type { Language } from '#ui/words/catalogue.ts'
import type { ActingPortal } from '../acting.ts'
import type { ShownLetter } from './every-letter.ts'
import { letterAfter, sentLetters } from './sent-letters.ts'

const addresses = {
  kim: 'kim@acme.example',
  liam: 'liam@orlanta.example',
  ruth: 'ruth@orlanta.example',
  anna: 'anna@orlanta.example',
}

/** Whom a letter comes to, and what is done so that it does. */
interface Telling {
  to: keyof typeof addresses
  act: () => Promise<unknown>
}

/** How a letter about each thing that can happen comes to be: without one for a happening this does not compile. In this order. */
async function tellings(portal: ActingPortal): Promise<Record<Written, Telling>> {
  const [liam, kim, ruth] = [await portal.as('liam'), await portal.as('kim'), await portal.as('ruth')]
  const groupId = portal.group('acme')
  let post = ''
  let task = ''
  let announcement = ''
  let event = ''
  const calendarEvent = {
    title: 'Walk through the fourth floor',
    place: 'Ferry House, reception',
    when: { startsAt: '2031-05-04T10:00:00Z', endsAt: '2031-05-04T11:30:00Z' },
  }
  return {
    posted: {
      to: 'kim',
      async act() {
        const text = `Chairs for the fourth floor\nSixty of them, in green ${'wordswithoutend'.repeat(6)}\n\nWhich do you like?`
        post = (await liam.feed.add({ groupId, text })).id
      },
    },
    commented: {
      to: 'liam',
      act: () => kim.comments.add({ threadId: post, text: 'In which colour?\nGreen is taken.' }),
    },
    mentioned: {
      to: 'kim',
      act: () => ruth.comments.add({ threadId: post, text: `@[${portal.person('kim')}] blue, then?` }),
    },
    taskSet: {
      to: 'kim',
      async act() {
        const told = {
          title: 'Measure the stairs',
          description: 'Twice.\nThe landing too.',
          deadline: '2031-05-04T10:00:00Z',
        }
        task = (await liam.tasks.create({ groupId, ...told, responsibleId: portal.person('kim') })).id
      },
    },
    taskChanged: { to: 'kim', act: () => liam.tasks.change({ id: task, deadline: '2031-05-11T10:00:00Z' }) },
    taskCompleted: { to: 'liam', act: () => kim.tasks.complete({ id: task }) },
    taskReopened: { to: 'kim', act: () => liam.tasks.reopen({ id: task }) },
    announced: {
      to: 'kim',
      async act() {
        const text = 'The lifts stand still on Monday\nTake the stairs on the north side, please.'
        announcement = (await liam.feed.add({ groupId, text, announcement: {} })).id
      },
    },
    confirmationAwaited: { to: 'kim', act: () => liam.feed.remind({ id: announcement }) },
    appreciated: {
      to: 'ruth',
      act: () =>
        liam.feed.add({
          groupId,
          audience: 'team',
          text: 'You saved the handover.',
          appreciation: { badge: 'rescue', people: [portal.person('ruth')] },
        }),
    },
    eventBegins: {
      to: 'ruth',
      async act() {
        const told = { groupId, audience: 'team' as const, text: 'Bring your plans.', calendarEvent }
        event = (await liam.feed.add(told)).id
        await ruth.feed.answerEvent({ id: event, answer: 'yes' })
        await portal.settled()
        await eventReminder.run({ postId: event }, portal.platform)
      },
    },
    eventChanged: {
      to: 'ruth',
      act: () =>
        liam.feed.change({
          id: event,
          text: 'Bring your plans.',
          calendarEvent: { ...calendarEvent, place: 'Ferry House, back gate' },
        }),
    },
    pollEnded: {
      to: 'kim',
      async act() {
        const poll = { question: 'Which green?', options: ['Moss', 'Mint'] }
        const { id } = await kim.feed.add({ groupId, text: 'One more question.', poll })
        await liam.feed.endPoll({ id })
      },
    },
    written: {
      to: 'ruth',
      act: () =>
        liam.feed.add({
          to: [{ kind: 'person', id: portal.person('ruth') }],
          text: 'Lunch at one?\nI have the drawings.',
        }),
    },
    writtenToAll: {
      to: 'anna',
      act: () =>
        liam.feed.add({ to: [{ kind: 'everyone' }], text: 'The office is closed on Friday\nHave a good weekend.' }),
    },
  }
}

/** All letters that come because something was done in the portal, as they really come, in one language. */
export async function toldLetters(portal: ActingPortal, language: Language): Promise<ShownLetter[]> {
  await portal.keep((tx) => tx.execute(sql`update people set language = ${language}`))
  await (await portal.as('liam')).notices.changeSettings({ kinds: { comments: { letter: 'once' } } })
  await (await portal.as('anna')).notices.changeSettings({ kinds: { company: { letter: 'once' } } })
  const letters: ShownLetter[] = []
  for (const [name, { to, act }] of Object.entries(await tellings(portal)))
    letters.push(await letterAfter(portal, { name, by: 'letterAboutOne', to: addresses[to], act }))
  return [
    ...letters,
    ...(await otherTellings(portal)),
    ...(await gathered(portal)),
    ...(await sentLetters(portal, language)),
  ]
}

/** The same in other places: for the team, for one company, where nobody who works here is named. */
async function otherTellings(portal: ActingPortal): Promise<ShownLetter[]> {
  const [liam, ruth, paula, lena] = [
    await portal.as('liam'),
    await portal.as('ruth'),
    await portal.as('paula'),
    await portal.as('lena'),
  ]
  const carriers = portal.group('carriers')
  const post = await liam.feed.add({ groupId: portal.group('acme'), text: 'What the chairs cost' })
  const ramps = await paula.feed.add({ groupId: carriers, text: 'New ramps' })
  await paula.notices.changeSettings({ kinds: { comments: { letter: 'once' } } })
  await portal.settled()
  const by = 'letterAboutOne'
  const inVoice = async () => {
    await paula.groups.isolate({ id: carriers, isolation: 'voice' })
    await portal.settled()
    await paula.feed.add({ groupId: carriers, text: 'Windows of next week\nAll of them are free.' })
    await portal.settled()
    await paula.groups.isolate({ id: carriers, isolation: 'company' })
  }
  const all = [
    {
      name: 'commented, for the team',
      to: addresses.liam,
      act: () => ruth.comments.add({ threadId: post.id, text: 'They will not pay for two.', audience: 'team' }),
    },
    {
      name: 'commented, for a company',
      to: 'paula@orlanta.example',
      act: () => lena.comments.add({ threadId: ramps.id, text: 'Our prices stay as they are.' }),
    },
    { name: 'posted, in one voice', to: 'lena@beta-logistics.example', act: inVoice },
  ]
  const letters: ShownLetter[] = []
  for (const one of all) letters.push(await letterAfter(portal, { ...one, by }))
  return letters
}

/** Letters of an hour and of a day. */
async function gathered(portal: ActingPortal): Promise<ShownLetter[]> {
  const [liam, kim, ruth] = [await portal.as('liam'), await portal.as('kim'), await portal.as('ruth')]
  const groupId = portal.group('acme')
  const chairs = (await liam.feed.add({ groupId, text: 'More chairs' })).id
  const lamps = (await liam.feed.add({ groupId, text: 'Lamps for the long table' })).id
  const letters: ShownLetter[] = []
  for (const pace of ['hourly', 'daily'] as const) {
    await liam.notices.changeSettings({ kinds: { comments: { letter: pace } } })
    const act = async () => {
      await kim.comments.add({ threadId: chairs, text: `Or in two colours?\nAsk Omar.` })
      await ruth.comments.add({ threadId: chairs, text: 'They will not pay for two.', audience: 'team' })
      if (pace === 'daily') await kim.comments.add({ threadId: lamps, text: 'Round ones, please.' })
      await portal.settled()
      const theirs = and(eq(notices.personId, portal.person('liam')), eq(notices.letter, pace))
      await portal.keep((tx) => tx.update(notices).set({ letterAt: new Date() }).where(theirs))
      await gatherLetters.run({}, portal.platform)
    }
    letters.push(await letterAfter(portal, { name: pace, by: 'gatheredLetter', to: addresses.liam, act }))
  }
  return letters
}

/** Everything that can have happened of which letters of notices go. */
export const toldHappenings = (Object.keys(happenings) as Happening[]).filter(isWritten)
