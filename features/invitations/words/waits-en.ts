/** What somebody finds who comes, in English. The lists are put together in `words.ts`. */
export const waitsInEnglish = {
  forComer: (p: { things: string }) => `There you find ${p.things}.`,
  whatYouSee: 'what is written and planned from the day you come',
  unsaid: 'There the people of this group write to each other and keep their tasks.',
  forInviter: (p: { things: string }) =>
    `They will see ${p.things}. They will not see the structure, other groups or team-only talk.`,
  whatTheySee: 'what is written and planned from the day they come',
  ofCompany:
    'Whoever belongs to a company that is here already also sees what it and the team have said to each other.',
}
