/** What is said of the company that somebody from outside says is theirs, in English. */
export const sayingInEnglish = {
  own: {
    title: 'Your company',
    label: 'Which company do you belong to?',
    hint: 'Only administrators read it until they assign you a company. It opens nothing by itself.',
    save: 'Save company',
    saved: 'Your company is saved.',
    takenBack: 'Your company is taken back.',
  },
  fact: 'Company, as they say',
  factOwn: 'Company, as you say',
  notAssigned: 'not assigned',
  toAssign: 'not assigned yet: assign it under Companies',
  title: 'Said, and not assigned yet',
  text: 'People from outside who have no company say that this is theirs. Look at their address before you believe it: in groups that keep companies apart, whoever is assigned to one reads what is said to it from then on.',
  says: (p: { name: string }) => `says “${p.name}”`,
  assign: (p: { name: string }) => `Assign to ${p.name}`,
  make: 'Add and assign',
  another: 'Assign another',
  choose: (p: { name: string }) => `Which company does ${p.name} belong to?`,
  assigned: (p: { name: string; company: string }) => `${p.name} belongs to ${p.company} now.`,
}
