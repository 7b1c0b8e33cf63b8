import { writtenDay } from '#ui/time.ts'
import { useLanguage } from '#ui/words/useWords.ts'

/** Says a last day (`2027-05-03`) in the language of whoever reads. */
export function useDays(): (day: string) => string {
  const { language } = useLanguage()
  return (day) => writtenDay(day, new Date(), language)
}
