import { plural } from '#ui/words/catalogue.ts'

/** The words of what posts invite to, in English. */
export const en = {
  event: 'Event',
  form: {
    title: 'What it is',
    place: 'Where',
    starts: 'Starts',
    ends: 'Ends',
    allDay: 'All day',
    firstDay: 'First day',
    lastDay: 'Last day',
    remove: 'Remove the event',
    zone: (p: { zone: string }) => `In your time zone, ${p.zone}`,
    missingTitle: 'Write what you invite to.',
    missingTime: 'Say when it starts and when it ends.',
    backwards: 'It has to end after it starts.',
    notHere: 'An event is for those who work here: leave out people from outside, send it to the team, or remove it.',
  },
  allDay: 'All day',
  place: 'Place',
  inZone: (p: { when: string; zone: string }) => `${p.when} (${p.zone})`,
  yourAnswer: 'Do you come?',
  answer: { yes: 'Yes', maybe: 'Maybe', no: 'No' },
  count: {
    yes: plural({ one: '{n} comes', other: '{n} come' }),
    maybe: plural({ one: '{n} may come', other: '{n} may come' }),
    no: plural({ one: '{n} does not', other: '{n} do not' }),
  },
  who: 'Who comes',
  nobodyAnswered: 'Nobody has answered yet',
  nobody: 'Nobody',
  begun: 'It has begun',
  over: 'It is over',
  toCalendar: 'Add to a calendar',
  rules: {
    EVENT_HAS_BEGUN: 'It has begun: what was answered stays.',
    GROUP_ARCHIVED: 'This group is archived: it is read and no more. Its owner can reopen it.',
  },
}
