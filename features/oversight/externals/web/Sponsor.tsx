import { PersonName } from '#ui/controls/PersonName.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Overseen } from '../contract.ts'
import { externalsWords } from '../words.ts'
import classes from './Sponsor.module.css'

/** Who answers for somebody; it stands out where there is nobody any more. */
export function Sponsor({ of: { sponsor, sponsorLeft } }: { of: Pick<Overseen, 'sponsor' | 'sponsorLeft'> }) {
  const words = useWords(externalsWords)
  if (!sponsor) return <span className={classes.gone}>{words.noSponsor}</span>
  return (
    <span className={classes.sponsor}>
      <PersonName person={sponsor} linked />
      {sponsorLeft && <span className={classes.gone}>{words.gone}</span>}
    </span>
  )
}
