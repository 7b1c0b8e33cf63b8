import { plural } from '#ui/words/catalogue.ts'
import { firstInEnglish, returnsInEnglish } from './first-en.ts'
import { rightsInEnglish } from './rights-en.ts'

/** The words of moving and dismissing people, in English. */
export const en = {
  rights: rightsInEnglish,
  first: firstInEnglish,
  returns: returnsInEnglish,
  acts: {
    employee: 'Move to employees',
    external: 'Make external',
    dismiss: 'Dismiss',
    rehire: 'Hire again',
  },
  title: {
    employee: (p: { name: string }) => `Move ${p.name} to employees`,
    external: (p: { name: string }) => `Make ${p.name} external`,
    dismiss: (p: { name: string }) => `Dismiss ${p.name}`,
  },
  opens: 'What opens',
  closes: 'What closes',
  stays: 'What stays',
  sees: {
    people: plural({ one: 'seeing {n} person', other: 'seeing {n} people' }),
    groups: plural({ one: 'membership in {n} group', other: 'membership in {n} groups' }),
    teams: plural({
      one: 'what only the team reads in {n} external group',
      other: 'what only the team reads in {n} external groups',
    }),
    foundGroups: plural({ one: '{n} group that employees can find', other: '{n} groups that employees can find' }),
    tasks: plural({ one: 'seeing {n} open task', other: 'seeing {n} open tasks' }),
  },
  employee: {
    directory: 'The directory, the departments and the names of all companies',
    company: (p: { company: string }) => `They no longer belong to ${p.company}`,
    said: 'What was said in their groups before stays where it was said.',
  },
  external: {
    department: (p: { department: string }) => `Their place in the department “${p.department}”`,
    manager: (p: { manager: string }) => `Their manager: ${p.manager}`,
    reports: plural({ one: 'Manager of {n} person', other: 'Manager of {n} people' }),
    invitations: plural({
      one: '{n} invitation they sent holds only if they may still invite there',
      other: '{n} invitations they sent hold only where they may still invite',
    }),
    administrator: 'Their rights as System administrator',
    directory: 'The directory, the departments and the company list',
    signedIn: 'They stay signed in, and from that moment see only what is left.',
    undo: 'You can undo this for 30 days.',
  },
  dismissal: {
    sessions: plural({ one: 'Signed out at once in {n} browser', other: 'Signed out at once in {n} browsers' }),
    tokens: plural({ one: '{n} access token ends', other: '{n} access tokens end' }),
    invitations: plural({
      one: '{n} invitation they sent opens nothing any more',
      other: '{n} invitations they sent open nothing any more',
    }),
    externals: plural({
      one: '{n} person from outside they answer for gets another sponsor',
      other: '{n} people from outside they answer for get another sponsor',
    }),
    stays: 'Everything they wrote and made stays, and so do their groups: hiring them again gives access back.',
    nothing: 'They are signed in nowhere.',
  },
  heir: {
    label: 'Who takes over',
    needs: (p: { what: string }) => `Needs somebody: ${p.what}.`,
    tasks: plural({ one: '{n} open task', other: '{n} open tasks' }),
    groups: plural({ one: '{n} group they own', other: '{n} groups they own' }),
    more: plural({ one: 'and {n} more', other: 'and {n} more' }),
    unseen: plural({ one: '{n} that you cannot see', other: '{n} that you cannot see' }),
    where: 'A task in a group that the heir is not in goes to the owner of that group: inheriting lets nobody in.',
    without: 'Without an heir the tasks stay as they are, and their manager (or else you) becomes owner of the groups.',
    required: 'Choose who takes over.',
  },
  company: {
    label: 'Company they will belong to',
  },
  reason: {
    label: 'Reason',
    hint: 'Kept with this entry, for administrators only.',
  },
  cancel: 'Cancel',
  do: { employee: 'Move to employees', external: 'Make external', dismiss: 'Dismiss' },
  done: {
    employee: (p: { name: string }) => `${p.name} is an employee now.`,
    external: (p: { name: string }) => `${p.name} is external now.`,
    dismiss: (p: { name: string }) => `${p.name} is dismissed.`,
    rehire: (p: { name: string }) => `${p.name} can sign in again.`,
  },
  history: {
    title: 'Standing',
    to: {
      employee: 'Moved to employees',
      external: 'Made external',
      dismissed: 'Dismissed',
    },
    rehired: 'Hired again',
    by: (p: { name: string }) => `by ${p.name}`,
    heir: (p: { name: string }) => `${p.name} took over`,
    undone: 'undone',
    undo: 'Undo',
    undoUntil: (p: { day: string }) => `Can be undone until ${p.day}`,
    undoAsk: 'What others decided since stays.',
  },
  rules: {
    LAST_ADMINISTRATOR_STAYS: 'This is the last System administrator. Make somebody else one first.',
    NOBODY_DISMISSES_THEMSELVES: 'Nobody can dismiss themselves. Ask another System administrator.',
    NOBODY_MOVES_THEMSELVES: 'Nobody can move themselves. Ask another System administrator.',
    DISMISSED_STAY_AS_THEY_ARE: 'This person is dismissed. Hire them again first.',
    EMPLOYEE_ALREADY: 'This person is an employee already.',
    EXTERNAL_ALREADY: 'This person is external already.',
    LICENCE_FULL: 'All places of the licence are taken. Dismiss somebody, or raise the limit in Settings → Licence.',
    HEIR_NEEDED: 'Choose a colleague who takes over the groups and tasks.',
    NOTHING_TO_UNDO: 'Nothing was moved here that could be undone.',
    UNDO_TOO_LATE: 'A move can be undone for 30 days. Move the person again instead.',
  },
}
