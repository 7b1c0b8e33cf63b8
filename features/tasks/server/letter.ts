import type { PortalFace } from '#features/portal/server/door.ts'
import type { Person } from '#platform/contract.ts'
import type { Message } from '#platform/mail/mail.ts'
import { say } from '#ui/words/catalogue.ts'
import type { Task } from '../contract.ts'
import { tasksWords } from '../words.ts'

interface About {
  task: Task
  /** Who set it; null when the reader may not know them, or the group has one voice. */
  by: Person | null
  reader: { name: string; language: 'en' | 'ru' | 'pl'; timeZone: string }
  portal: PortalFace
  url: string
}

const longestDescription = 1200

/** What a letter about a task says, in its reader's language and zone. */
export function letterAbout({ task, by, reader, portal, url }: About): Pick<Message, 'subject' | 'letter'> {
  const { language } = reader
  const words = say(tasksWords, language).letter
  const until = task.deadline ? words.until({ moment: momentIn(task.deadline, reader) }) : words.noDeadline
  const who = by?.name ?? (task.group?.voice ? portal.name : words.somebody)
  const { title, description } = task
  const short = description.length > longestDescription ? `${description.slice(0, longestDescription)}…` : description
  return {
    subject: words.subject({ title }),
    letter: {
      language,
      brand: { name: portal.name, colour: portal.brandColour },
      preheader: until,
      greeting: words.greeting({ name: reader.name }),
      paragraphs: [task.group ? words.inGroup({ who, group: task.group.name }) : words.forYou({ who }), until],
      ...(by
        ? { person: { name: by.name, ...(by.company ? { detail: by.company } : {}), external: by.kind === 'external' } }
        : {}),
      quote: short ? `${title}\n\n${short}` : title,
      button: { label: words.open, url, hint: words.link },
      footer: [words.why({ portal: portal.name })],
    },
  }
}

const momentIn = (at: Date, { language, timeZone }: About['reader']): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(at)
