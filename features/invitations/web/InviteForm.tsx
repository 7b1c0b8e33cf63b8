import type { GroupTabProps } from '#ui/section.ts'
import { InviteInto } from './InviteInto.tsx'

/** Invites people from outside into the group whose page is open. */
export function InviteForm({ group, close }: { group: GroupTabProps; close: () => void }) {
  return <InviteInto groupId={group.groupId} groupName={group.groupName} close={close} />
}
