import { Named } from '#ui/controls/Named.tsx'
import { useMe } from '#ui/me.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Notice } from '../contract.ts'
import { noticesWords } from '../words.ts'

/** What happened, in one sentence; whoever did it carries their marks. */
export function NoticeSentence({ notice }: { notice: Notice }) {
  const words = useWords(noticesWords)
  const { portal } = useMe()
  const { happened, person, others, group, about } = notice
  const said = (who: string) => {
    const named = { who, title: about.title }
    return others > 0 ? words.together[happened](others, named) : words.happened[happened](named)
  }
  const nobody = group?.voice ? portal.name : words.somebody
  return <Named person={person}>{said(person ? person.name : nobody)}</Named>
}
