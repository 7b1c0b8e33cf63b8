import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { ErrorState } from '../controls/ErrorState.tsx'
import { failureOf } from '../errors.ts'
import { listen } from '../live.ts'
import { MeProvider, type Me } from '../me.ts'
import { queries } from '../queries.ts'
import { SectionsProvider, sectionsOf, type WebSection } from '../section.ts'
import { leaveToSignIn } from '../signedOut.ts'
import { useLanguage } from '../words/useWords.ts'
import { HeldBackFrame } from './HeldBackFrame.tsx'
import { LobbyFrame } from './LobbyFrame.tsx'
import type { PortalQueries } from './portal.ts'
import { Shell } from './Shell.tsx'
import { ShellSkeleton } from './ShellSkeleton.tsx'

/** Asks who is signed in, and draws the shell for them; nobody is led to the sign-in page. */
export function ShellGate({ sections, me: asking }: { sections: readonly WebSection[]; me: PortalQueries['me'] }) {
  const me = useQuery(asking)
  if (me.data) return <SignedIn me={me.data} sections={sections} />
  if (me.isError && failureOf(me.error) !== 'signedOut') {
    return (
      <main>
        <ErrorState error={me.error} retry={() => void me.refetch()} />
      </main>
    )
  }
  return <ShellSkeleton />
}

function SignedIn({ me, sections }: { me: Me; sections: readonly WebSection[] }) {
  const { speak } = useLanguage()
  // Whoever is let in stays until the lobby has led them to where they were let in.
  const [inLobby, setInLobby] = useState(me.waiting)
  if (me.waiting && !inLobby) setInLobby(true)
  const own = useMemo(() => sectionsOf(sections, me), [sections, me])
  useEffect(() => speak(me.language), [me.language, speak])
  // Once held back one stays so until the page that holds says so itself: it may still show what is shown only once.
  const [held, setHeld] = useState(me.lacksSecondFactor)
  if (me.lacksSecondFactor && !held) setHeld(true)
  useEffect(
    () =>
      held
        ? undefined
        : listen({
            queries,
            alsoRefresh: refreshedBy(sections),
            hearing: new Map(sections.flatMap(({ name, hearing }) => (hearing ? [[name, hearing]] : []))),
            signedOut: leaveToSignIn,
          }),
    [sections, me.id, held],
  )
  const letGo = useCallback(() => void queries.invalidateQueries().then(() => setHeld(false)), [])
  return (
    <MeProvider value={me}>
      <SectionsProvider value={own}>
        {held ? (
          <HeldBackFrame sections={own} letGo={letGo} />
        ) : inLobby ? (
          <LobbyFrame leave={() => setInLobby(false)} />
        ) : (
          <Shell />
        )}
      </SectionsProvider>
    </MeProvider>
  )
}

function refreshedBy(sections: readonly WebSection[]): Map<string, string[]> {
  const listeners = new Map<string, string[]>()
  for (const section of sections) {
    for (const feature of section.refreshedBy ?? []) {
      listeners.set(feature, [...(listeners.get(feature) ?? []), section.name])
    }
  }
  return listeners
}
