import type { Comment } from '../contract.ts'

/** Which comment somebody answers at the moment, and with which of its words. */
export interface Answering {
  comment: Comment
  quote?: string | undefined
}
