import { useMe } from '#ui/me.ts'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { OwnAccess } from '../contract.ts'
import { sponsoringWords } from '../words.ts'
import classes from './OwnAccess.module.css'
import rows from './Stays.module.css'

/** Who reads one's phone and e-mail, group by group. In one voice those who work here are the portal. */
export function ReachReaders({ access: { groups, shownToExternals } }: { access: OwnAccess }) {
  const words = useWords(sponsoringWords).own
  const { portal } = useMe()
  return (
    <section className={classes.part} aria-label={words.reach}>
      <h3 className={classes.heading}>{words.reach}</h3>
      <ul className={rows.list}>
        <li className={rows.row}>{words.administrators({ portal: portal.name })}</li>
        {groups.map(
          ({ id, name, readers }) =>
            readers && (
              <li key={id} className={rows.row}>
                <div className={rows.name}>
                  {name}
                  <div className={rows.detail}>
                    {[
                      readers.colleagues === null
                        ? words.staff({ portal: portal.name })
                        : words.colleagues(readers.colleagues),
                      ...readers.companies.map((company) =>
                        words.outside({ company: company.name || words.noCompany, n: company.count }),
                      ),
                    ].join(' · ')}
                  </div>
                </div>
              </li>
            ),
        )}
      </ul>
      <p className={classes.quiet}>{shownToExternals ? words.shown : words.hidden}</p>
      <PageLink to="/settings/profile">{words.changeReach}</PageLink>
    </section>
  )
}
