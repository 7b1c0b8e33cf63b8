import type { Spoken } from '#ui/words/catalogue.ts'
import type { Addressee } from '../contract.ts'
import type { addressingWords } from '../words.ts'

type Words = Spoken<typeof addressingWords.en>

/** Whom a post is addressed to, in one line. */
export const namesOf = (to: Addressee[], words: Words): string => to.map((one) => nameOf(one, words)).join(', ')

function nameOf(one: Addressee, words: Words): string {
  switch (one.kind) {
    case 'everyone':
      return words.everyone
    case 'department': {
      const name = one.department?.name ?? words.formerDepartment
      return one.below && one.department ? words.below({ name }) : name
    }
    case 'group':
      return one.team ? words.team({ name: one.group.name }) : one.group.name
    case 'person':
      return one.person.name
  }
}
