import { IconHash } from '@tabler/icons-react'
import { label } from '#ui/words/catalogue.ts'
import type { Addition } from '../../web/addition.ts'
import { asked } from '../../addressing/web/chosen.ts'
import { feedWords } from '../../words.ts'
import { TagsField } from './TagsField.tsx'

/** Tags, added to a post. */
export const tagsAddition: Addition<string[]> = {
  part: 'tags',
  icon: IconHash,
  label: label(feedWords, (words) => words.tags.title),
  offered: () => true,
  empty: [],
  Fields: ({ chosen, ...props }) => <TagsField {...props} chosen={asked(chosen)} />,
  missing: () => null,
  asked: (tags) => ({ tags }),
  speaks: false,
}
