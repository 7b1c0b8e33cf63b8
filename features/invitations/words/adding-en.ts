/** Adding people without their registering, in English. */
export const addingInEnglish = {
  ways: 'How they come in',
  byLetter: 'By letter',
  add: 'Add',
  name: 'Name and surname',
  nameMissing: 'Say what they are called.',
  position: 'Position',
  phone: 'Phone',
  consequence:
    'Their account is ready and they are a member at once. They get a letter with a link that signs them in, and may choose a password later.',
  act: 'Add to the group',
  done: (p: { name: string }) => `${p.name} is in the group`,
  doneText: (p: { email: string }) =>
    `A letter to ${p.email} is on its way. The link in it works once; until they have come they stand below the members, where you can send a new one.`,
  more: 'Add somebody else',
  enterText: (p: { email: string }) =>
    `Your account for ${p.email} is ready. Next time you sign in by a link to this address, or with a password if you choose one: on the sign-in page, under “Forgot your password?”.`,
  letter: {
    subject: (p: { who: string; room: string }) => `${p.who} added you to “${p.room}”`,
    ready: 'Your account is ready: the button signs you in, without a password.',
    enter: 'Come in',
    until: (p: { days: string; date: string }) =>
      `The link is good for ${p.days}, until ${p.date}. It works once and is meant for you alone.`,
  },
}
