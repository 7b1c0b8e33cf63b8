/** An option as it is being written. The key is its own as long as it is there. */
export interface OptionDraft {
  key: number
  text: string
  /** It was begun before, and does not take the focus. */
  begun?: boolean
}

/** A poll as it is being written. */
export interface PollDraft {
  question: string
  options: readonly OptionDraft[]
  several: boolean
  anonymous: boolean
  /** As the field for date and time writes it, in the person's own zone; empty for none. */
  until: string
}
