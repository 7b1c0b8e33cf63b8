import { plural } from '#ui/words/catalogue.ts'

/** The words of requests in English. */
export const en = {
  exported: {
    title: 'Requests to join',
    state: { pending: 'not answered yet', approved: 'approved', declined: 'declined', withdrawn: 'taken back' },
  },
  list: {
    title: 'Asking to join',
    waiting: plural({ one: '{n} request waits', other: '{n} requests wait' }),
    invitedBy: (p: { name: string }) => `invited by ${p.name}`,
    asks: 'asks for themselves',
    since: (p: { date: string }) => `since ${p.date}`,
    until: (p: { date: string }) => `access until ${p.date}`,
    somebody: 'Somebody',
    undecided: 'Waiting',
    approve: 'Approve',
    approveThis: (p: { name: string }) => `Approve ${p.name}`,
    decline: 'Decline',
    declineThis: (p: { name: string }) => `Decline ${p.name}`,
    approved: (p: { name: string }) => `${p.name} is in the group now.`,
    declined: (p: { name: string }) => `The request of ${p.name} is declined.`,
    more: 'Show more',
  },
  askFirst: {
    title: (p: { name: string }) => `Decline ${p.name}?`,
    external: 'They get a polite letter. If they are in no other group and wait for none, their account is closed.',
    employee: 'They get a letter. They can ask again.',
    cancel: 'Cancel',
  },
  ask: {
    title: 'This group is closed',
    text: 'Only its members read it. Its owner decides who joins, and its moderators if the owner lets them.',
    act: 'Ask to join',
    askedTitle: 'You asked to join',
    askedText: (p: { since: string }) => `Asked ${p.since}. You get a letter with the answer.`,
    withdraw: 'Take the request back',
  },
  lobby: {
    hello: (p: { name: string }) => `Hello, ${p.name}`,
    waiting: 'You are nearly in. The owner of the group, or a moderator, confirms whom a member has invited.',
    group: (p: { group: string }) => `“${p.group}”`,
    since: (p: { since: string }) => `asked ${p.since}`,
    letter: 'You get a letter as soon as they have answered, and this page opens the group by itself.',
    nowhere: 'You are in no group now',
    nowhereText:
      'Whoever you work with here can invite you into a group again. Until then there is nothing else to see.',
    own: 'Meanwhile you can complete your profile and look after the security of your account.',
    profile: 'My profile',
    access: 'My access',
    security: 'Security',
  },
  rules: {
    ALREADY_MEMBER: 'You are in this group already.',
    JOIN_OPEN_GROUPS: 'This group is open. Join it: nobody need be asked.',
    KEEPERS_DECIDE: 'Only the owner and the moderators of this group who work here decide on requests.',
    OWNER_DECIDES: 'Only the owner of this group brings people in, so only the owner decides on this request.',
    REQUEST_ANSWERED: 'This request has been answered already, or was taken back.',
    REQUESTER_GONE: 'Whoever asks is not here any more. Decline the request.',
    INVITER_GONE:
      'Whoever invited this person is not in the group any more. Decline, and invite them yourself if you know them.',
    ACCESS_ENDED: 'The date until which this person was invited has passed. Invite them anew.',
    GROUP_CLOSED_TO_EXTERNALS: 'This group is not open to external people. Its owner can open it.',
    EXTERNALS_SWITCHED_OFF:
      'This portal lets nobody new in from outside at present. An administrator can change that in Settings → Invitations.',
    INVITING_LIMITED:
      'Whoever invited this person may not invite people from outside any more. An administrator can change that in Settings → Invitations.',
    PHONES_SWITCHED_OFF:
      'This portal lets nobody new in by phone at present. An administrator can change that in Settings → Invitations.',
    DOMAIN_NOT_ALLOWED:
      'The rules of this portal do not let in addresses of this person’s domain any more. An administrator can change that in Settings → Invitations.',
  },
  letter: {
    subject: (p: { who: string; group: string }) => `${p.who} asks to join “${p.group}”`,
    greeting: (p: { name: string }) => `Hello ${p.name},`,
    invited: (p: { who: string; by: string; group: string }) =>
      `${p.by} has invited ${p.who} into “${p.group}”. ${p.who} has come and waits in the lobby: they see nothing of the group until it is approved.`,
    asks: (p: { who: string; group: string }) => `${p.who} asks to be a member of “${p.group}”.`,
    somebody: 'Somebody',
    decide: 'Approve or decline',
    link: 'Or copy this address into your browser:',
    whyDecide: (p: { group: string }) => `You get this letter because you keep the group “${p.group}”.`,
    approved: (p: { group: string }) => `You are in “${p.group}” now`,
    approvedText: (p: { group: string }) => `Your request was approved. “${p.group}” is open to you.`,
    open: 'Open the group',
    declined: (p: { group: string }) => `About your request to join “${p.group}”`,
    declinedText: (p: { group: string }) =>
      `Thank you for your interest in “${p.group}”. Its keepers have decided not to add further people at present.`,
    closed: (p: { portal: string }) =>
      `Because you are in no other group on the portal of ${p.portal}, your account there is closed. Whoever invited you can tell you more.`,
    whyAnswer: (p: { portal: string }) => `You get this letter because you asked on the portal of ${p.portal}.`,
  },
  message: {
    approved: (p: { group: string; portal: string; url: string }) =>
      `“${p.group}” on ${p.portal} is open to you now: ${p.url}`,
    declined: (p: { group: string; portal: string }) =>
      `Your request to join “${p.group}” on ${p.portal} was declined.`,
    closed: (p: { group: string; portal: string }) =>
      `Your request to join “${p.group}” on ${p.portal} was declined, and your account there is closed.`,
  },
}
