import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, useEffect, useLayoutEffect, useMemo, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { blankFace, FaceProvider, type Face } from '../face.ts'
import { queries } from '../queries.ts'
import type { WebSection } from '../section.ts'
import { keepOpen } from '../signedOut.ts'
import { shareNonce } from '../theme/nonce.ts'
import { ThemeProvider } from '../theme/ThemeProvider.tsx'
import { bringFirstLanguage, LanguageProvider } from '../words/useWords.ts'
import type { PortalQueries } from './portal.ts'
import { PortalActsProvider, type PortalActs } from './portalActs.ts'
import { routerOf } from './router.tsx'

interface PortalProps extends PortalQueries {
  sections: readonly WebSection[]
  acts: PortalActs
}

const setUpPage = '/set-up'

/** Starts the portal in the page: `app` gives the sections and the calls that the shell itself makes. */
export async function startPortal(place: HTMLElement, { sections, acts, me, face }: PortalProps): Promise<void> {
  shareNonce()
  keepOpen(
    sections.flatMap((section) => (section.publicPages ?? []).map((page) => `/${page.path.split('/')[1] ?? ''}`)),
  )
  const router = routerOf(sections, { me, face })
  const first = await bringFirstLanguage()
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <LanguageProvider first={first}>
          <Faced me={me} face={face}>
            <PortalActsProvider value={acts}>
              <RouterProvider router={router} />
            </PortalActsProvider>
          </Faced>
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
}

function Faced({ me: asking, face: askingFace, children }: PortalQueries & { children: ReactNode }) {
  const asked = useQuery(askingFace).data
  // Only looks at what the shell has asked for: on the sign-in page nobody is there to ask about.
  const me = useQuery({ ...asking, enabled: false }).data
  const face = useMemo<Face>(() => (me ? { ...me.portal, ready: true } : (asked ?? remembered())), [me, asked])
  // Before any page's own effects, which put their titles in front of it.
  useLayoutEffect(() => {
    document.title = face.name
  }, [face.name])
  useEffect(() => localStorage.setItem(keptAs, JSON.stringify(face)), [face])
  useEffect(() => {
    if (asked && !asked.ready && window.location.pathname !== setUpPage) window.location.replace(setUpPage)
  }, [asked])
  return (
    <FaceProvider value={face}>
      <ThemeProvider brand={face.brandColour}>{children}</ThemeProvider>
    </FaceProvider>
  )
}

const keptAs = 'loggia.face'

/** The portal as it looked last time in this browser, so that its colour does not jump while it is asked. */
function remembered(): Face {
  const kept = localStorage.getItem(keptAs)
  return kept ? { ...blankFace, ...(JSON.parse(kept) as Partial<Face>), ready: true } : blankFace
}
