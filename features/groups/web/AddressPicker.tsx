import { SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useWords } from '#ui/words/useWords.ts'
import { groupsWords } from '../words.ts'
import classes from './AddressPicker.module.css'
import { LanePicker } from './LanePicker.tsx'
import type { Address, Addressing } from './useAddressing.ts'
import { useReaders } from './useReaders.ts'

const one = 'one'

/** Chooses whether people from outside read it too, and where they are kept apart, which of them. Shown to those who may choose. */
export function AddressPicker({ to, size = 'xs' }: { to: Addressing; size?: 'xs' | 'sm' }) {
  const words = useWords(groupsWords).address
  const everyone = useEveryone(to)
  const narrow = useMediaQuery('(max-width: 480px)')
  const { groupId, mayChoose, isolation, address, lane, choose } = to
  if (!mayChoose || groupId === null) return null
  const apart = isolation !== 'open' && !lane
  const all = { value: 'everyone', label: lane?.name ?? everyone.name }
  const team = { value: 'team', label: words.team }
  return (
    <div className={classes.choices}>
      <SegmentedControl
        size={size}
        classNames={{ label: classes.label ?? '' }}
        {...(apart && narrow ? { orientation: 'vertical' } : {})}
        aria-label={words.label}
        value={choiceOf(address)}
        onChange={(chosen) => choose(addressBy(chosen))}
        data={
          !apart
            ? [all, team]
            : everyone.alone
              ? [team, all]
              : [{ value: one, label: isolation === 'company' ? words.company : words.person }, team, all]
        }
      />
      {choiceOf(address) === one && (
        <LanePicker
          groupId={groupId}
          size={size}
          value={address.lane ?? null}
          onChange={(picked) => choose({ audience: 'everyone', lane: picked })}
        />
      )}
    </div>
  )
}

/** While nothing is chosen none of them is marked. */
const choiceOf = ({ audience, lane, choosing }: Address): string =>
  lane || choosing === 'which' ? one : choosing ? '' : audience

const addressBy = (choice: string): Address =>
  choice === one ? { audience: 'everyone', choosing: 'which' } : { audience: choice === 'team' ? 'team' : 'everyone' }

/** Everyone by name: where people are kept apart, how many of them that is; and whether the team is alone there as yet. */
function useEveryone({ groupId, tool, mayChoose, isolation, lane }: Addressing): { name: string; alone: boolean } {
  const words = useWords(groupsWords).address
  const apart = mayChoose && isolation !== 'open' && !lane
  const readers = useReaders(apart ? groupId : null, 'everyone', { tool })
  if (!apart || !readers) return { name: words.everyone, alone: false }
  const people = readers.companies.reduce((sum, { count }) => sum + count, 0)
  const companies = readers.companies.reduce((sum, { name, count }) => sum + (name ? 1 : count), 0)
  if (people === 0) return { name: words.everyone, alone: true }
  return { name: isolation === 'company' ? words.allCompanies(companies) : words.allPeople(people), alone: false }
}
