/** The words of signing in by phone and of one's own number, in English. */
export const phoneInEnglish = {
  addressOrNumber: 'E-mail or mobile number',
  bySignIn: 'Send a code to my phone',
  signInTitle: 'Sign in by phone',
  signInText: 'We send a code of six digits to your mobile number. It holds for five minutes.',
  number: 'Mobile number',
  numberHint: 'With its country, as +48 601 234 567.',
  send: 'Send the code',
  sent: (p: { number: string }) => `If somebody here has the number ${p.number}, a code is on its way to it.`,
  code: 'Code from the text message',
  enter: 'Sign in',
  again: 'Another number, or a new code',
  wrongNumber: 'This is not a mobile number. Write it with its country, as +48 601 234 567.',
  wrongCode: 'This code does not fit, or is too old. After five wrong ones ask for a new code.',
  tooMany: 'That were many codes for now. Wait a quarter of an hour, then try again.',
  title: 'Mobile number',
  text: 'A code to this number lets you in. The mobile number in your profile is another thing: it only says how to reach you.',
  none: 'You sign in with no number.',
  present: (p: { number: string }) => `You sign in with ${p.number}.`,
  next: 'New number',
  waiting: (p: { number: string }) =>
    `If nobody else here has ${p.number}, a code is on its way to it. It holds for five minutes; until then nothing changes.`,
  confirm: 'Confirm the number',
  same: 'This is your number already.',
  taken: 'Somebody else here has this number by now. Yours stays as it was.',
  remove: 'Remove the number',
  removeTitle: 'Sign in by phone no more?',
  removeText: 'The number is free then: whoever is invited with it later is somebody new here.',
  cancel: 'Cancel',
  onlyWay: 'This number is the only way in that you have. Add an e-mail address first.',
  firstPassword: 'You have no password yet. With one you can sign in without waiting for a code.',
  choose: 'Choose the password',
  noAddress: 'You have no address here yet. With one you get letters about what happens, and another way in.',
  proofText: 'We send a code to your phone.',
  proofSent: 'A code is on its way to your phone. It holds for a quarter of an hour.',
  message: {
    signIn: (p: { code: string; portal: string }) =>
      `${p.code} is your code for ${p.portal}. It holds for 5 minutes. Give it to nobody.`,
    number: (p: { code: string; portal: string }) =>
      `${p.code} confirms this number in ${p.portal}. It holds for 5 minutes. Not you? Ignore this.`,
    proof: (p: { code: string; portal: string }) =>
      `${p.code} is your code for ${p.portal}, to show that it is you. Give it to nobody.`,
    changed: (p: { portal: string }) =>
      `Nobody signs in to ${p.portal} with this number any more. Not you? Tell whoever invited you at once.`,
  },
}
