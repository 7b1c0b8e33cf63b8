import { plural } from '#ui/words/catalogue.ts'

/** The portal's rules about inviting, in English: a sentence for each switch. */
export const rulesInEnglish = {
  tabs: { open: 'Open invitations', rules: 'Rules' },
  title: 'Rules for people from outside',
  text: 'They hold for every external group, when somebody invites and again when the invited person comes.',
  externals: 'People from outside may come in',
  externalsHint:
    'Switched off, nobody new comes in: open invitations work no more until you switch it on again. Whoever is in already stays and works as before.',
  whoInvites: 'Who invites them',
  who: {
    group: 'Everyone whom the group lets invite',
    employees: 'Of those, only employees',
    administrators: 'Only System administrators',
  },
  ordinary: 'When a member invites and the group does not let them',
  ordinaryWays: {
    lobby: 'The person may sign in and waits until the owner or a moderator approves',
    refuse: 'The invitation is refused, and the member reads who may invite',
  },
  phones: 'People may be invited by mobile number',
  phonesHint:
    'They get a text message, and sign in by a code to their phone. The domains below say nothing about numbers.',
  allowed: 'Mail domains that may come in',
  allowedHint: 'Empty: all. A domain covers those below it: company.com also lets in mail.company.com.',
  denied: 'Mail domains that never come in',
  deniedHint: 'They are kept out even where they are allowed above.',
  domainPrompt: 'company.com',
  limited: 'One person sends only so many invitations in 24 hours',
  limitedHint: 'So that no taken-over account writes to the whole world in your name. Administrators are not counted.',
  limit: 'Invitations in 24 hours',
  days: 'Days that an invitation is good',
  daysHint: 'For letters sent from now on; the letter says it in words.',
  purpose: 'Whoever invites says what for',
  purposeHint: 'In a few words. The sponsor and whoever works in the group read it, and so does the invited person.',
  lastDay: 'Whoever invites says the last day',
  lastDayHint:
    'Nobody is let in for longer than so many days at a time; one click renews. Whoever is in already stays as they are.',
  mostDays: 'Days that people from outside are let in for at most',
  approval: 'An administrator looks at each invitation before its letter goes',
  approvalHint: 'Until then it waits on this page. Invitations by administrators go at once.',
  save: 'Save',
  saved: 'Saved',
  waiting: {
    title: 'Waiting for an administrator',
    approve: 'Approve',
    decline: 'Decline',
    approveOf: (p: { email: string }) => `Approve the invitation to ${p.email}`,
    declineOf: (p: { email: string }) => `Decline the invitation to ${p.email}`,
    approved: (p: { email: string }) => `The letter to ${p.email} is on its way.`,
    declined: (p: { email: string }) => `The invitation to ${p.email} is declined, and its inviter is told.`,
  },
  heldTitle: plural({
    one: '{n} invitation waits for an administrator',
    other: '{n} invitations wait for an administrator',
  }),
  heldText: 'In this portal an administrator looks at each invitation first. The letters go as soon as they approve.',
}
