/** The words of what administrators do with rights, ways in and what somebody left behind, in English. */
export const rightsInEnglish = {
  acts: {
    administrator: 'Make administrator',
    noAdministrator: 'No longer administrator',
    secondFactor: 'Reset the second factor',
    free: 'Free this address',
    handOver: 'Hand over open tasks',
  },
  title: {
    administrator: (p: { name: string }) => `Make ${p.name} an administrator`,
    noAdministrator: (p: { name: string }) => `${p.name}: no longer administrator`,
    secondFactor: (p: { name: string }) => `Reset the second factor of ${p.name}`,
    free: (p: { name: string }) => `Free the address of ${p.name}`,
    handOver: (p: { name: string }) => `Hand over the open tasks of ${p.name}`,
  },
  text: {
    administrator:
      'They can move and dismiss people, change the rules of the portal and make other administrators. Groups that they are not in stay closed to them. They and all administrators get a letter.',
    noAdministrator:
      'Their rights as System administrator end at once, in open pages too. They and all administrators get a letter.',
    secondFactor:
      'For somebody who has lost their phone and their recovery codes. Codes, recovery codes and passkeys stop working, all their sessions and access tokens end, and they get a letter. Their password stays: they sign in with it and are asked anew where the portal asks for a second factor. First make sure that it is really them who asks you.',
    free: 'The address, and the number they signed in with, can then belong to somebody else: whoever is invited with it is a new person who gets nothing of theirs. What they made stays under their name. To hire them again you give a new address.',
    handOver: 'A task in a group that the heir is not in goes to the owner of that group: inheriting lets nobody in.',
    nothingOpen: 'They have no open tasks.',
  },
  done: {
    administrator: (p: { name: string }) => `${p.name} is an administrator now.`,
    noAdministrator: (p: { name: string }) => `${p.name} is no administrator any more.`,
    secondFactor: (p: { name: string }) => `The second factor of ${p.name} is reset.`,
    free: (p: { name: string }) => `The address of ${p.name} is free.`,
    handOver: (p: { name: string }) => `The open tasks of ${p.name} are handed over.`,
  },
  leads: (p: { department: string }) => `Head of “${p.department}”`,
  newAddress: {
    text: 'Their address was freed. Which one do they have now?',
    label: 'New address',
    taken: 'Somebody here has this address already.',
    wrong: 'This is not an e-mail address.',
  },
  history: {
    administrator: 'Made administrator',
    noAdministrator: 'No longer administrator',
    freed: 'Address freed',
    handedOver: 'Open tasks handed over',
  },
  rules: {
    EXTERNALS_NEVER_ADMINISTER: 'Somebody from outside cannot administer the portal. Move them to employees first.',
    NOBODY_RESETS_THEIR_OWN:
      'Nobody can reset their own second factor. Ask another System administrator, or change it under Settings → Security.',
    NO_SECOND_FACTOR: 'This person has no second factor.',
    NO_ADDRESS_LEFT: 'This person has no address here any more: it was freed.',
    STILL_HERE: 'This person is here. Dismiss them first.',
    DOMAIN_NOT_ALLOWED: 'The rules about invitations take no addresses of this domain.',
  },
  letter: {
    greeting: (p: { name: string }) => `Hello ${p.name},`,
    look: 'Look at it',
    hint: 'Or copy this address into your browser:',
    notYou: 'All administrators get this letter. If it should not be so, speak with them at once.',
    made: {
      subject: (p: { portal: string }) => `A new administrator of ${p.portal}`,
      own: (p: { portal: string; by: string }) =>
        `${p.by} has made you a System administrator of ${p.portal}. You can move and dismiss people and change the rules of the portal.`,
      other: (p: { portal: string; by: string; name: string }) =>
        `${p.by} has made ${p.name} a System administrator of ${p.portal}.`,
    },
    ended: {
      subject: (p: { portal: string }) => `One administrator less in ${p.portal}`,
      own: (p: { portal: string; by: string }) =>
        `${p.by} has ended your rights as System administrator of ${p.portal}. Everything else is as it was.`,
      other: (p: { portal: string; by: string; name: string }) =>
        `${p.by} has ended the rights of ${p.name} as System administrator of ${p.portal}.`,
    },
  },
}
