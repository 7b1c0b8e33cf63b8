export { filesFact } from '../attachments/server/exported.ts'
export {
  attachmentsOf,
  calledByFiles,
  forgetAttachments,
  placeAttachments,
  waitingOf,
} from '../attachments/server/placing.ts'
export { seedUploads, type SeedFile } from '../attachments/server/seed.ts'
export { cleanName } from '../attachments/server/names.ts'
export { addUpload, removeContent } from '../attachments/server/uploads.ts'
export {
  draftIn,
  draftsOnPages,
  keepDraft,
  sendDraft,
  takeOffPage,
  throwDraft,
  type Composer,
  type DraftRow,
} from '../drafts/server/keeping.ts'
export { firstMentioned } from './first-mentioned.ts'
export { checkLinks } from './links.ts'
export { checkMentions, readersOf } from './mentions.ts'
export { withMentions } from './nodes.ts'
export { checkPictures, forgetUses, placePictures } from './pictures.ts'
export { plainOf } from './plain.ts'
export { peopleIn, showWriting, type Written } from './shown.ts'
