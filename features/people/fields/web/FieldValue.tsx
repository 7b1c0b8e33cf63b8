import { useLanguage } from '#ui/words/useWords.ts'
import { localeOf } from '#ui/time.ts'
import type { FilledField } from '../contract.ts'

/** What somebody wrote into a field: a day as days are written here, an address as a link. */
export function FieldValue({ kind, value }: Pick<FilledField, 'kind' | 'value'>) {
  const { language } = useLanguage()
  if (kind === 'link')
    return (
      <a href={value} target="_blank" rel="noreferrer noopener">
        {value.replace(/^https?:\/\//, '')}
      </a>
    )
  // A day is a day in every zone.
  if (kind === 'date')
    return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${value}T00:00:00Z`),
    )
  return value
}
