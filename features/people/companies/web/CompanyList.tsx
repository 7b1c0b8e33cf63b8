import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowMerge, IconBuildings, IconDots, IconPencil } from '@tabler/icons-react'
import { RecordLink } from '#ui/shell/RecordLink.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Company } from '../contract.ts'
import { companiesWords } from '../words.ts'
import classes from './CompaniesPage.module.css'
import type { AskedCompany } from './CompanyDialogs.tsx'

interface CompanyListProps {
  companies: readonly Company[]
  stale: boolean
  /** Null where the reader keeps no companies: then there is no menu. */
  ask: ((asked: AskedCompany) => void) | null
}

/** Companies one below the other, with how many of their people the reader sees. */
export function CompanyList({ companies, stale, ask }: CompanyListProps) {
  const words = useWords(companiesWords)
  return (
    <ul className={stale ? `${classes.list} ${classes.stale}` : classes.list} aria-busy={stale}>
      {companies.map((company) => (
        <li key={company.id} className={classes.row}>
          <RecordLink to={`/companies/${company.id}`} className={classes.name}>
            {company.name}
          </RecordLink>
          <span className={classes.quiet}>{company.people > 0 ? words.people(company.people) : words.nobodySeen}</span>
          {ask && <Acts company={company} ask={ask} />}
        </li>
      ))}
    </ul>
  )
}

function Acts({ company, ask }: { company: Company; ask: (asked: AskedCompany) => void }) {
  const words = useWords(companiesWords)
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={words.acts({ name: company.name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component={RecordLink}
          to={`/companies/${company.id}`}
          leftSection={<IconBuildings size={16} aria-hidden />}
        >
          {words.open}
        </Menu.Item>
        <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => ask({ act: 'rename', company })}>
          {words.rename}
        </Menu.Item>
        <Menu.Item
          color="red"
          leftSection={<IconArrowMerge size={16} aria-hidden />}
          onClick={() => ask({ act: 'merge', company })}
        >
          {words.merge}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
