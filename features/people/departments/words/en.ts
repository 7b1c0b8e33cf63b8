import { plural } from '#ui/words/catalogue.ts'

/** The words of the company's structure, in English. */
export const en = {
  title: 'Company structure',
  text: 'Who works in which department, and who heads it. People from outside never see any of this.',
  directory: 'All employees',
  people: plural({ one: '{n} person', other: '{n} people' }),
  below: plural({ one: '{n} with the departments below', other: '{n} with the departments below' }),
  nobody: 'Nobody yet',
  head: 'Head',
  noHead: 'Without a head',
  show: plural({ one: 'Show {n} department below', other: 'Show {n} departments below' }),
  hide: 'Hide the departments below',
  peopleOf: (p: { people: string; name: string }) => `${p.people} in ${p.name}`,
  none: 'No departments yet',
  noneText: 'Departments say who works where. They narrow the directory, and show how the company is built.',
  noneToSee: 'An administrator adds them here.',
  add: 'Add department',
  addBelow: 'Add a department below',
  edit: 'Edit',
  remove: 'Remove',
  acts: (p: { name: string }) => `Actions: ${p.name}`,
  name: 'Name',
  parent: 'Stands below',
  parentHint: 'Left empty, it stands at the top.',
  headHint: 'Whoever heads it need not work in it.',
  choose: 'Choose a department',
  noMatch: 'No department of this name',
  cancel: 'Cancel',
  save: 'Save',
  added: (p: { name: string }) => `${p.name} is in the structure.`,
  saved: (p: { name: string }) => `${p.name} is changed.`,
  removed: (p: { name: string }) => `${p.name} is removed.`,
  removeTitle: (p: { name: string }) => `Remove ${p.name}?`,
  removeInto: (p: { parent: string }) =>
    `Its people and the departments below it come to ${p.parent}. Nobody is dismissed.`,
  removeTop:
    'Its people are in no department afterwards, and the departments below it stand at the top. Nobody is dismissed.',
  department: 'Department',
  manager: 'Manager',
  rules: {
    'There is no such department. Choose one from the list.': 'There is no such department. Choose one from the list.',
    'A department does not stand below itself. Choose another one.':
      'A department does not stand below itself. Choose another one.',
    'Choose somebody who works here.': 'Choose somebody who works here.',
    'This would make somebody their own manager. Choose another one.':
      'This would make somebody their own manager. Choose another one.',
    'Somebody from outside has no department and no manager here.':
      'Somebody from outside has no department and no manager here.',
  },
}
