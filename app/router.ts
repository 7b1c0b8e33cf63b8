import { sections } from './sections.ts'

type Sections = (typeof sections)[number]
type ByName<Part extends 'contract' | 'routes'> = { [S in Sections as S['name']]: S[Part] }

const byName = <Part extends 'contract' | 'routes'>(part: Part) =>
  Object.fromEntries(sections.map((section) => [section.name, section[part]])) as ByName<Part>

/** Everything that can be asked of the portal, by feature. */
export const contract = byName('contract')

/** And who answers it. */
export const router = byName('routes')
