/** The words of appreciations, in English. */
export const en = {
  title: 'Appreciations',
  appreciation: 'Appreciation',
  form: {
    badge: 'What for',
    people: 'Whom',
    choosePeople: 'Colleagues who read this',
    remove: 'Remove the appreciation',
    nobody: 'Choose whom you appreciate.',
    tooMany: 'Up to ten people are appreciated together.',
    oneself: 'Appreciate others: you are among those you chose.',
    notHere:
      'An appreciation is for those who work here: leave out people from outside, send it to the team, or remove it.',
  },
  badge: {
    thanks: 'Thank you',
    teamwork: 'Teamwork',
    idea: 'Great idea',
    rescue: 'To the rescue',
    quality: 'Fine work',
    speed: 'Ahead of time',
    mentor: 'Good teacher',
    care: 'Care for clients',
  },
  for: 'For',
  none: 'No appreciations yet that you can read.',
  older: 'Show older ones',
}
