import { queries } from '#ui/queries.ts'
import { startPortal } from '#ui/shell/Portal.tsx'
import { account, people, portal } from './web/calls.ts'
import { sections } from './web/sections.ts'

const place = document.getElementById('root')

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
        void account.signOut.call().finally(() => {
          queries.clear()
          window.location.assign('/sign-in')
        })
      },
    },
  })
}
