import { Fact } from '#ui/controls/Facts.tsx'
import { useMe } from '#ui/me.ts'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Profile } from '../../contract.ts'
import { companiesWords } from '../words.ts'

/** In the facts of somebody from outside: which company they say is theirs, and that none is assigned, with the way there for administrators. */
export function SaidFact({ person: { id, saidCompany } }: { person: Profile }) {
  const { saying } = useWords(companiesWords)
  const me = useMe()
  if (saidCompany === undefined) return null
  return (
    <Fact name={id === me.id ? saying.factOwn : saying.fact}>
      {saidCompany} ·{' '}
      {me.administrator ? <PageLink to="/settings/companies">{saying.toAssign}</PageLink> : saying.notAssigned}
    </Fact>
  )
}
