import { say, type Language } from '#ui/words/catalogue.ts'
import { invitationsWords } from '../words.ts'

interface Counted {
  posts: number
  tasks: number
  people: number
}

/**
 * What somebody finds who comes into a group, said to them and to whoever invites. Of what there is none no number is said, and where nothing is written for
 * them yet, that it will be: nobody can tell by it what was written before or among the team. Null is where nothing may be promised.
 */
export function whatWaits(language: Language, waiting: Counted | null): { forComer: string; forInviter: string } {
  const { posts, tasks, people, waits } = say(invitationsWords, language)
  if (!waiting) return { forComer: waits.unsaid, forInviter: '' }
  const list = (ofNothing: string): string => {
    const counted = [
      ...(waiting.posts > 0 ? [posts(waiting.posts)] : []),
      ...(waiting.tasks > 0 ? [tasks(waiting.tasks)] : []),
    ]
    const there = waiting.people > 0 ? [people(waiting.people)] : []
    const each = counted.length > 0 ? [...counted, ...there] : [...there, ofNothing]
    return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(each)
  }
  return {
    forComer: waits.forComer({ things: list(waits.whatYouSee) }),
    forInviter: waits.forInviter({ things: list(waits.whatTheySee) }),
  }
}

// English as the world reads it: no comma before the last "and".
const locales = { en: 'en-GB', ru: 'ru', pl: 'pl' }
