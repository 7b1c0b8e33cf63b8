import type { ShownDoc } from '../contract.ts'
import { addressInWords, linkedId } from '#ui/shell/addresses.ts'

/** So many are asked about; the server takes no more. */
const most = 30

/** The ids of what of this portal some addresses lead to, each once. */
export const linkedIds = (hrefs: string[]): string[] =>
  [...new Set(hrefs.flatMap((href) => linkedId(href) ?? []))].slice(0, most)

/** The same for the addresses in plain words. */
export const linkedInWords = (text: string): string[] =>
  linkedIds([...text.matchAll(addressInWords)].map(([found]) => found))

/** And for those that are links in a text with its looks. */
export const linkedInWriting = (document: ShownDoc): string[] =>
  linkedIds([...JSON.stringify(document).matchAll(/"href":"([^"]+)"/g)].flatMap(([, href]) => href ?? []))

/** Plain words without the addresses that lead to something of this portal. */
export const withoutLink = (text: string, id: string): string =>
  text
    .replaceAll(addressInWords, (found) => (linkedId(found) === id ? '' : found))
    .replaceAll(/ {2,}/g, ' ')
    .trim()
