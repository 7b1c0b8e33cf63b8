import { useState } from 'react'
import { useInterval } from '@mantine/hooks'
import { Fact, FactPerson, Facts } from '#ui/controls/Facts.tsx'
import { RecordLink } from '#ui/shell/RecordLink.tsx'
import { localeOf } from '#ui/time.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import { SaidFact } from '../companies/web/SaidFact.tsx'
import type { Profile } from '../contract.ts'
import { fieldName } from '../fields/web/fieldName.ts'
import { FieldValue } from '../fields/web/FieldValue.tsx'
import { peopleWords } from '../words.ts'
import classes from './ProfileFacts.module.css'

/** What is known of a person, as a list of names and values; what the reader may not know has no line. */
export function ProfileFacts({ person }: { person: Profile }) {
  const words = useWords(peopleWords)
  const { language } = useLanguage()
  const { email, phone, mobile, department, manager, interests } = person
  return (
    <Facts framed>
      {email && (
        <Fact name={words.fields.email}>
          <a href={`mailto:${email}`}>{email}</a>
        </Fact>
      )}
      {phone && (
        <Fact name={words.fields.phone}>
          <a href={`tel:${phone}`}>{phone}</a>
        </Fact>
      )}
      {mobile && (
        <Fact name={words.fields.mobile}>
          <a href={`tel:${mobile}`}>{mobile}</a>
        </Fact>
      )}
      {department && <Fact name={words.fields.department}>{department.name}</Fact>}
      {manager && (
        <Fact name={words.fields.manager}>
          <FactPerson person={manager} linked />
        </Fact>
      )}
      {person.company && (
        <Fact name={words.fields.company}>
          <RecordLink to={`/companies/${person.companyId}`}>{person.company}</RecordLink>
        </Fact>
      )}
      <SaidFact person={person} />
      <Fact name={words.fields.localTime}>
        <LocalTime timeZone={person.timeZone} />
      </Fact>
      <Fact name={words.fields.language}>{words.languages[person.language]}</Fact>
      {person.fields.map(({ id, names, kind, value }) => (
        <Fact key={id} name={fieldName(names, language)}>
          <FieldValue kind={kind} value={value} />
        </Fact>
      ))}
      {interests && <Fact name={words.fields.interests}>{interests}</Fact>}
    </Facts>
  )
}

const refresh = 15_000

/** The time where the person is, and how their place is called: "16:05, Almaty". */
function LocalTime({ timeZone }: { timeZone: string }) {
  const { language } = useLanguage()
  const [now, setNow] = useState(() => new Date())
  useInterval(() => setNow(new Date()), refresh, { autoInvoke: true })
  const time = new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  })
  const zone = new Intl.DateTimeFormat(localeOf(language), { timeZoneName: 'longGeneric', timeZone })
  const name = zone.formatToParts(now).find(({ type }) => type === 'timeZoneName')?.value
  return (
    <>
      {time.format(now)} <span className={classes.quiet}>{name}</span>
    </>
  )
}
