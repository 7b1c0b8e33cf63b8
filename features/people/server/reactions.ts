import { when } from '#events/when.ts'
import { photoChanged } from '../events.ts'
import { photoKey } from './photos.ts'

/** What people do when something happens: after a new photo is committed, the file before is taken away. */
export const peopleReactions = [
  when(photoChanged, async ({ data }, _tx, { files }) => {
    if (data.before) await files.remove(photoKey(data.before))
  }),
]
