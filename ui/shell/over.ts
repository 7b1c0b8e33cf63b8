import { useLocation, useNavigate } from '@tanstack/react-router'
import { useSections, type SectionRecord, type WebSection } from '../section.ts'
import { partAddress, wordsOf, type Query } from './address.ts'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** How many records were opened over the page, one from another: as many steps lead back to it. */
    overDepth?: number
  }
}

/** The record that an address means, with the words of the address; null where no section of the person has one. */
export function findRecord(
  path: string,
  sections: readonly WebSection[],
): { record: SectionRecord; params: Query } | null {
  for (const record of sections.flatMap((section) => section.records ?? [])) {
    const params = wordsOf(record.path, path)
    if (params) return { record, params }
  }
  return null
}

/** What is open over the present page, and how to close it: back to the page exactly as it was. */
export function useOver() {
  const sections = useSections()
  const location = useLocation()
  const navigate = useNavigate()
  const { over: path, ...rest } = location.search as Query
  const found = path ? findRecord(path, sections) : null
  return {
    over: path && found ? { path, ...found } : null,
    close() {
      const depth = location.state.overDepth ?? 0
      if (depth > 0) window.history.go(-depth)
      else void navigate({ to: location.pathname, search: rest, replace: true })
    },
  }
}

/** Opens an address from code; with `record`, over the present page: after it was made, or chosen in the search palette. */
export function useOpenAddress() {
  const location = useLocation()
  const navigate = useNavigate()
  const sections = useSections()
  return (address: string, record = false) => {
    const { path, query, hash } = partAddress(address)
    if (!record || !findRecord(path, sections)) return void navigate({ to: path, search: query, hash })
    void navigate({
      to: location.pathname,
      search: { ...(location.search as Query), over: path },
      mask: { to: path, search: {}, hash, unmaskOnReload: true },
      state: { overDepth: (location.state.overDepth ?? 0) + 1 },
      resetScroll: false,
    })
  }
}
