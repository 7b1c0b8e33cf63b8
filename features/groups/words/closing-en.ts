/** What is said where a group is archived or deleted, in English. */
export const closingInEnglish = {
  like: {
    title: 'A group like this one',
    text: 'A new group that is set up as this one: who finds it and who brings people in, whether people from outside come in and how they are kept apart, its time zone, how its tools are set. Nothing of who is here or of what was written goes along.',
    act: 'Create a group like this',
    name: (p: { name: string }) => `${p.name} (2)`,
  },
  archive: {
    title: 'Archive',
    text: 'For a group whose work is done. Its members go on reading all that is here; nothing is written, nobody is invited or comes in, and it stands no longer in the menu. You can reopen it at any time.',
    act: 'Archive group',
    ask: (p: { name: string }) => `Archive ${p.name}?`,
    askText:
      'Its members can read it and write nothing from this moment on. Invitations that are open are good for nothing until it is reopened.',
    isArchived:
      'This group is archived: it is read and no more. Reopened, it is again as it was, with its people and its open invitations.',
    reopen: 'Reopen group',
  },
  remove: {
    title: 'Delete',
    text: 'The group goes for everybody at once, with all that was written in it: posts, comments, tasks, and who was in it. Nobody can bring it back.',
    act: 'Delete group…',
    ask: (p: { name: string }) => `Delete ${p.name} for good?`,
    type: 'Type the name of the group',
    typeHint: (p: { name: string }) => `To show that this is meant: ${p.name}`,
    wrongName: 'This is not the name of the group.',
    confirm: 'Delete for good',
    going: (p: { name: string }) => `${p.name} is being deleted`,
    goingText: 'Nobody sees it any more. What was in it is being taken away; you need not wait here.',
    gone: (p: { name: string }) => `${p.name} is deleted`,
    goneText: 'Nothing of what was in it is left.',
    progress: 'How far it is',
    toGroups: 'To the groups',
  },
}
