/** The words of push, in English. */
export const en = {
  here: 'Push on this device',
  turnOn: 'Turn on',
  turnOff: 'Turn off',
  turnOffThere: (p: { where: string }) => `Turn push off in ${p.where}`,
  others: 'Other devices',
  standing: {
    off: 'Off. With push you are told on this device while the portal is closed, too. What it says is encrypted until it is here.',
    on: 'On. You are told on this device while the portal is closed, too. Signing out turns it off.',
    refused:
      'Notifications from this portal are blocked in this browser. Open the settings of the site (the sign before the address), allow notifications, and come back here.',
    homeScreen:
      'On an iPhone or iPad the portal must be on the home screen first: tap Share, then Add to Home Screen, open it from there and come back here.',
    insecure: 'Push works only where the address begins with https. Whoever runs this portal can change that.',
    cannot: 'This browser has no push. A newer one has.',
  },
  failed:
    'The browser could not reach its push service. Try again later or from another network; private windows have no push.',
  offer: {
    title: 'Be told on this device, too?',
    text: 'Also while the portal is closed. You can turn it off at any time in the settings.',
    no: 'Not now',
  },
  rules: { TOO_MANY_DEVICES: 'Push is on on 20 devices already. Turn it off on one of them first.' },
}
