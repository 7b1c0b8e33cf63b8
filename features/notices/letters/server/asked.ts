/** Which letter goes: about one thing what waits until a moment, or all of an hour or a day. */
export type LetterToSend = { personId: string; until: string } & ({ aboutId: string } | { pace: 'hourly' | 'daily' })

/** What a letter is about, in one word. */
export const nameOf = (asked: LetterToSend): string => ('aboutId' in asked ? asked.aboutId : asked.pace)
