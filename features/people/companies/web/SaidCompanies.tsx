import { Button, Text } from '@mantine/core'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { Named } from '#ui/controls/Named.tsx'
import { PersonAvatar } from '#ui/controls/PersonAvatar.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { queries } from '#ui/queries.ts'
import { RecordLink } from '#ui/shell/RecordLink.tsx'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { people } from '../../web/api.ts'
import { MoreButton } from '../../web/MoreButton.tsx'
import type { SaidCompany } from '../contract.ts'
import { companiesWords } from '../words.ts'
import { AnotherCompany } from './AnotherCompany.tsx'
import classes from './SaidCompanies.module.css'

/** For administrators: who says a company and has none, each assigned with one click. Nothing where nobody does. */
export function SaidCompanies({ done }: { done: (sentence: ReactNode) => void }) {
  const { saying: words } = useWords(companiesWords)
  const list = useInfiniteQuery({
    ...people.companies.said.infiniteOptions({
      input: (after: string | undefined) => ({ limit: 20, after }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
  })
  const said = list.data?.pages.flatMap((page) => page.items) ?? []
  if (list.isError) return <ErrorState error={list.error} retry={() => void list.refetch()} />
  if (said.length === 0) return null
  return (
    <section className={classes.part} aria-label={words.title}>
      <h3 className={classes.title}>{words.title}</h3>
      <Text size="sm" c="dimmed" className={classes.text}>
        {words.text}
      </Text>
      <ul className={classes.list}>
        {said.map((one) => (
          <SaidRow key={one.person.id} said={one} done={done} />
        ))}
      </ul>
      <MoreButton list={list} />
    </section>
  )
}

function SaidRow({ said, done }: { said: SaidCompany; done: (sentence: ReactNode) => void }) {
  const { saying: words, rules } = useWords(companiesWords)
  const shared = useWords(uiWords)
  const [choosing, setChoosing] = useState(false)
  const { person, email, name, company } = said
  const assign = useMutation({
    ...people.companies.assign.mutationOptions(),
    // Also where they say something else by now: then the list shows that.
    onSettled: () => queries.invalidateQueries({ queryKey: people.key() }),
  })
  const give = (ofCompany: { id: string; name: string } | null) =>
    assign.mutate(
      { id: person.id, name, ...(ofCompany ? { companyId: ofCompany.id } : {}) },
      {
        onSuccess() {
          setChoosing(false)
          const where = ofCompany?.name ?? name
          done(<Named person={person}>{words.assigned({ name: person.name, company: where })}</Named>)
        },
      },
    )
  const error = assign.isError ? sentenceOf(assign.error, shared, rules) : null
  return (
    <li className={classes.row}>
      <PersonAvatar person={person} size={32} />
      <div className={classes.who}>
        <RecordLink to={`/people/${person.id}`} className={classes.name}>
          <PersonName person={person} />
        </RecordLink>
        <span className={classes.quiet}>{[email, words.says({ name })].filter(Boolean).join(' · ')}</span>
        {!choosing && <FormError text={error} />}
      </div>
      <div className={classes.acts}>
        <Button size="xs" maw="100%" loading={assign.isPending && !choosing} onClick={() => give(company)}>
          {company ? words.assign({ name: company.name }) : words.make}
        </Button>
        <Button size="xs" variant="default" onClick={() => setChoosing(true)}>
          {words.another}
        </Button>
      </div>
      <AnotherCompany
        person={choosing ? person : null}
        close={() => setChoosing(false)}
        give={give}
        pending={assign.isPending}
        error={error}
      />
    </li>
  )
}
