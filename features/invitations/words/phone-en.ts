/** The words of inviting and coming by mobile number, in English. */
export const byPhoneInEnglish = {
  field: 'E-mail addresses or mobile numbers',
  fieldHint: 'One or several, also pasted from a list. Numbers get a text message.',
  number: 'Your mobile number',
  numberHint: 'You will sign in with a code that comes to it. You can add a password and an e-mail address later.',
  add: {
    field: 'E-mail address or mobile number',
    consequence:
      'Their account is ready and they are a member at once. They get a text message with a link that signs them in; from then on they sign in with codes that come to the phone.',
    done: (p: { number: string }) =>
      `A text message to ${p.number} is on its way. The link in it works once; until they have come they stand below the members, where you can send a new one.`,
    enter: (p: { number: string }) =>
      `Your account for ${p.number} is ready. Next time you sign in with a code that comes to this number.`,
  },
  link: {
    text: 'Say who you are. You get a letter or a text message with a link that lets you in: so nobody comes in with an address or a number that is not theirs.',
    act: 'Send me the link',
    wrong: 'Write your address as name@company.com, or your mobile number with its country, as +48 601 234 567.',
    sentTitle: 'Look at your phone',
    sent: (p: { number: string }) =>
      `If the number is right, a text message to ${p.number} is on its way. Its link lets you in; it is good for three days at most and works once.`,
    again: 'Another number or address',
  },
  message: {
    inside: (p: { who: string; room: string; portal: string; url: string }) =>
      `${p.who} invites you to “${p.room}” on ${p.portal}: ${p.url}`,
    lobby: (p: { who: string; room: string; portal: string; url: string }) =>
      `${p.who} proposes you for “${p.room}” on ${p.portal}; its owner answers. ${p.url}`,
    added: (p: { who: string; room: string; portal: string; url: string }) =>
      `${p.who} added you to “${p.room}” on ${p.portal}; this link signs you in, once: ${p.url}`,
    asked: (p: { room: string; portal: string; url: string }) =>
      `You asked to come into “${p.room}” on ${p.portal}: ${p.url} Not you? Ignore this.`,
  },
}
