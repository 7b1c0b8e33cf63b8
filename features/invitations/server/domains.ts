import { invalid } from '#access/errors.ts'
import { parseAddress } from '#platform/mail/addresses.ts'

/** Whether a list of domains covers this one: it stands there itself, or below one that does. */
export const covers = (domains: string[], domain: string): boolean =>
  domains.some((listed) => domain === listed || domain.endsWith(`.${listed}`))

/** Domains as they are compared, in ASCII, each once; `@acme.example` and `*.acme.example` are read as they are meant. */
export function readDomains(field: string, written: string[]): string[] {
  return [...new Set(written.map((text) => readDomain(field, text)))].toSorted()
}

function readDomain(field: string, written: string): string {
  const address = parseAddress(`somebody@${written.trim().replace(/^(\*\.|@|\*@)/, '')}`)
  if (!address) throw invalid(field, `“${written}” is not a domain. Write it as company.com.`)
  return address.domain
}
