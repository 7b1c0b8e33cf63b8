import {
  IconBolt,
  IconBulb,
  IconDiamond,
  IconHeartHandshake,
  IconLifebuoy,
  IconMoodHeart,
  IconSchool,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { Icon } from '#ui/section.ts'
import type { Badge } from '../contract.ts'

/** How each badge is drawn: its icon, and a colour of the theme. */
export const badgeLooks: Readonly<Record<Badge, { icon: Icon; colour: string }>> = {
  thanks: { icon: IconHeartHandshake, colour: 'pink' },
  teamwork: { icon: IconUsersGroup, colour: 'blue' },
  idea: { icon: IconBulb, colour: 'yellow' },
  rescue: { icon: IconLifebuoy, colour: 'red' },
  quality: { icon: IconDiamond, colour: 'grape' },
  speed: { icon: IconBolt, colour: 'lime' },
  mentor: { icon: IconSchool, colour: 'indigo' },
  care: { icon: IconMoodHeart, colour: 'teal' },
}
