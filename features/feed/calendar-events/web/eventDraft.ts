/** What one invites to as it is being written; times as the fields for them write them, in the person's own zone. */
export interface EventDraft {
  title: string
  place: string
  allDay: boolean
  starts: string
  ends: string
  firstDay: string
  lastDay: string
}
