import { closeShown, endPush, keptPush } from '#features/notices/push/web/browser.ts'
import { startPortal } from '#ui/shell/Portal.tsx'
import { signOut } from '#ui/signedOut.ts'
import { account, people, portal } from './web/calls.ts'
import { sections } from './web/sections.ts'

const place = document.getElementById('root')

// Nobody is signed in: what was shown to somebody stays in sight no longer, and where they signed out themselves push ends here.
if (window.location.pathname.startsWith('/sign-in'))
  void (keptPush() ? closeShown(() => true) : endPush()).catch(() => undefined)

if (place) {
  void startPortal(place, {
    sections,
    me: account.me.queryOptions(),
    face: portal.face.queryOptions({ staleTime: 60_000 }),
    acts: {
      // The words on the screen have changed already; that the next sign-in should begin with them may fail quietly.
      saveLanguage: (language) => void account.change.call({ language }).catch(() => undefined),
      online: async (ids) => (await people.presence.online.call({ ids })).ids,
      signOut: () => {
        // Without an answer from the browser’s push service, too: the server has ended it with the session.
        const ended = Promise.race([endPush(), new Promise((later) => setTimeout(later, 1500))]).catch(() => undefined)
        void signOut([account.signOut.call(), ended])
      },
    },
  })
}
