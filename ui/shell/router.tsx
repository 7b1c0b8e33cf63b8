import { createRootRoute, createRoute, createRouter, Outlet, useParams, type AnyRoute } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { NotFoundState } from '../controls/NotFoundState.tsx'
import { useSections, type SectionPage, type WebSection } from '../section.ts'
import { readQuery, writeQuery } from './address.ts'
import { PageFailure } from './PageFailure.tsx'
import { PageFrame } from './PageFrame.tsx'
import type { PortalQueries } from './portal.ts'
import { PublicFrame } from './PublicFrame.tsx'
import { SettingsFrame, SettingsStart } from './SettingsFrame.tsx'
import { ShellGate } from './ShellGate.tsx'
import { StartPage } from './StartPage.tsx'

type Params = Readonly<Record<string, string>>

/** Builds the addresses of the portal from the list of its sections. */
export function routerOf(sections: readonly WebSection[], portal: PortalQueries) {
  const root = createRootRoute({ component: Outlet })
  const shell = createRoute({
    getParentRoute: () => root,
    id: 'shell',
    component: () => <ShellGate sections={sections} me={portal.me} />,
  })
  const under = (parent: AnyRoute, path: string, component: () => ReactNode) =>
    createRoute({ getParentRoute: () => parent, path, component })
  const inside = sections.flatMap((section) => [
    ...[...(section.pages ?? []), ...(section.records ?? [])].map((page) =>
      under(shell, page.path, gated(section, page)),
    ),
    ...(section.settings ?? []).map((page) =>
      under(
        shell,
        page.path,
        withParams((params) => <SettingsFrame page={page} params={params} />, section),
      ),
    ),
  ])
  const open = sections.flatMap((section) =>
    (section.publicPages ?? []).map((page) =>
      under(
        root,
        page.path,
        withParams((params) => <PublicFrame page={page} params={params} />),
      ),
    ),
  )
  return createRouter({
    routeTree: root.addChildren([
      ...open,
      shell.addChildren([
        under(shell, '/', StartPage),
        under(shell, '/settings', SettingsStart),
        ...inside,
        under(shell, '$', NotFoundState),
      ]),
    ]),
    parseSearch: readQuery,
    stringifySearch: writeQuery,
    scrollRestoration: true,
    defaultNotFoundComponent: NotFoundState,
    defaultErrorComponent: ({ error }) => (
      <PageFailure>
        <Thrown error={error} />
      </PageFailure>
    ),
  })
}

function Thrown({ error }: { error: unknown }): never {
  throw error
}

function gated(section: WebSection, page: SectionPage) {
  return withParams(
    (params) => <PageFrame key={Object.values(params).join('/')} page={page} params={params} />,
    section,
  )
}

/** Draws with the words of the address; for a section that the person has not, as if the page did not exist. */
function withParams(draw: (params: Params) => ReactNode, section?: WebSection) {
  return function Page() {
    const params: Params = useParams({ strict: false })
    const has = useSections().includes(section as WebSection)
    return section && !has ? <NotFoundState /> : draw(params)
  }
}
