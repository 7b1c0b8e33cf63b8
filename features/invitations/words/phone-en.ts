/** The words of inviting and coming by mobile number, in English. */
export const byPhoneInEnglish = {
  field: 'E-mail addresses or mobile numbers',
  fieldHint: 'One or several, also pasted from a list. Numbers get a text message.',
  number: 'Your mobile number',
  numberHint: 'You will sign in with a code that comes to it. You can add a password and an e-mail address later.',
  message: {
    inside: (p: { who: string; room: string; portal: string; url: string }) =>
      `${p.who} invites you to “${p.room}” on ${p.portal}: ${p.url}`,
    lobby: (p: { who: string; room: string; portal: string; url: string }) =>
      `${p.who} proposes you for “${p.room}” on ${p.portal}; its owner answers. ${p.url}`,
  },
}
