import { IconSpeakerphone } from '@tabler/icons-react'
import { label } from '#ui/words/catalogue.ts'
import type { Addition } from '../../web/addition.ts'
import type { NewAnnouncement } from '../contract.ts'
import { announcementsWords } from '../words.ts'
import { AnnouncementFields } from './AnnouncementFields.tsx'

/** Makes a post an announcement: those who work here ask for it. */
export const announcementAddition: Addition<NewAnnouncement> = {
  part: 'announcement',
  icon: IconSpeakerphone,
  label: label(announcementsWords, (words) => words.announcement),
  offered: ({ me }) => me.kind === 'employee',
  empty: {},
  Fields: AnnouncementFields,
  missing: () => null,
  asked: (announcement) => ({ announcement }),
  speaks: false,
}
