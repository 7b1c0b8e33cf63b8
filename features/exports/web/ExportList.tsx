import { Button, Progress } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { useMe } from '#ui/me.ts'
import { exactTime, localeOf } from '#ui/time.ts'
import { sizeOf } from '#ui/words/size.ts'
import type { Language } from '#ui/words/catalogue.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import type { Exported } from '../contract.ts'
import { exportsWords } from '../words.ts'
import classes from './ExportList.module.css'
import { isBeingMade } from './useExports.ts'

/** Records and copies: how far each is, and the way to download it for whom it is. */
export function ExportList({ items }: { items: Exported[] }) {
  return (
    <ul className={classes.list}>
      {items.map((one) => (
        <ExportRow key={one.id} one={one} />
      ))}
    </ul>
  )
}

function ExportRow({ one }: { one: Exported }) {
  const words = useWords(exportsWords).one
  const { language } = useLanguage()
  const { id, of, group, mine, percent, size } = one
  const name = of === 'person' ? words.person : group ? words.group({ name: group.name }) : words.gone
  // Whoever is from outside is told apart here as everywhere.
  const [said, whom] = mine ? [words.by, one.by] : [words.for, one.reader]
  const beside = [
    of === 'group' && words.period(daysOf(one, language)),
    mine && size !== null && sizeOf(size, language),
  ].filter((part) => typeof part === 'string')
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <div className={classes.name}>{name}</div>
        {(whom || beside.length > 0) && (
          <div className={classes.beside}>
            {whom && (
              <>
                {said} <PersonName person={whom} />
                {beside.length > 0 && ' · '}
              </>
            )}
            {beside.join(' · ')}
          </div>
        )}
        <div className={classes.beside} role="status">
          <State one={one} />
        </div>
      </div>
      {isBeingMade(one) && (
        <Progress className={classes.progress ?? ''} value={percent ?? 0} aria-label={words.progress} animated />
      )}
      {mine && one.finishedAt && (
        <Button
          component="a"
          href={`/api/v1/exports/${id}/file`}
          download
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.7} aria-hidden />}
          aria-label={`${words.download}: ${name}`}
        >
          {words.download}
        </Button>
      )}
    </li>
  )
}

function State({ one: { failedAt, expiresAt, mine, percent } }: { one: Exported }) {
  const words = useWords(exportsWords).one
  const { language } = useLanguage()
  const { timeZone } = useMe()
  if (failedAt) return words.failed
  if (!expiresAt)
    return percent === null
      ? words.counting
      : words.making({
          percent: new Intl.NumberFormat(localeOf(language), { style: 'percent' }).format(percent / 100),
        })
  const until = exactTime(expiresAt, language, timeZone)
  return mine ? words.ready({ until }) : words.given({ until })
}

function daysOf({ from, to }: Exported, language: Language): { from: string; to: string } {
  const format = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeZone: 'UTC' })
  const day = (one: string | null) => (one ? format.format(new Date(`${one}T12:00:00Z`)) : '')
  return { from: day(from), to: day(to) }
}
