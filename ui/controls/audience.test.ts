import { describe, expect, it } from 'vitest'
import { uiWords } from '../words.ts'
import { say } from '../words/catalogue.ts'
import { audienceSentence, seenFromOutside, sendWords } from './audience.ts'

const en = say(uiWords, 'en')
const acme = { name: 'Acme', count: 3 }

describe('the audience line', () => {
  it('names the companies and counts the colleagues', () => {
    const readers = { companies: [acme], colleagues: 8, audience: 'everyone' } as const
    expect(audienceSentence(readers, en, 'en')).toBe('Acme (3) and 8 colleagues will read this')
    expect(audienceSentence(readers, say(uiWords, 'ru'), 'ru')).toBe('Это прочитают: Acme (3) и 8 коллег')
    expect(sendWords(readers, en)).toBe('Send to Acme + team')
  })

  it('counts those who work here as one more company to somebody from outside', () => {
    const readers = seenFromOutside({ companies: [acme], colleagues: 8, audience: 'everyone' }, 'Orlanta')
    expect(audienceSentence(readers, en, 'en')).toBe('Acme (3) and Orlanta (8) will read this')
    expect(sendWords(readers, en, 'external')).toBe('Send')
  })

  it('names the portal alone where those who work here speak in one voice', () => {
    const readers = seenFromOutside({ companies: [], colleagues: 0, audience: 'everyone', voice: true }, 'Orlanta')
    expect(audienceSentence(readers, en, 'en')).toBe('Orlanta will read this')
  })

  it('counts people of no company, and calls them what they are', () => {
    const readers = { companies: [acme, { name: '', count: 1 }], colleagues: 1, audience: 'everyone' } as const
    expect(audienceSentence(readers, en, 'en')).toBe('Acme (3), 1 external person, and 1 colleague will read this')
    expect(sendWords(readers, en)).toBe('Send to Acme, external people + team')
  })

  it('says plainly when only the team reads, or nobody', () => {
    expect(audienceSentence({ companies: [acme], colleagues: 1, audience: 'team' }, en, 'en')).toBe(
      'Only your team (1 colleague)',
    )
    expect(audienceSentence({ companies: [], colleagues: 0, audience: 'everyone' }, en, 'en')).toBe(
      'Only you will read this',
    )
  })

  it('needs no warning on the button where nobody is from outside', () => {
    expect(sendWords({ companies: [], colleagues: 4, audience: 'everyone' }, en)).toBe('Send')
  })
})
