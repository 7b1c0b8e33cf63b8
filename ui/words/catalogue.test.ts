import { describe, expect, it } from 'vitest'
import { catalogue, label, plural, say, type Words } from './catalogue.ts'
import { firstLanguage } from './useWords.ts'

const en = {
  title: 'Tasks',
  due: (p: { date: string }) => `Due ${p.date}`,
  count: plural({ one: '{n} task', other: '{n} tasks' }),
  inGroup: plural({ one: '{n} task in {group}', other: '{n} tasks in {group}' }),
  state: { open: 'Open' },
}
const ru: Words<typeof en, 'ru'> = {
  title: 'Задачи',
  due: (p) => `Срок: ${p.date}`,
  count: plural({ one: '{n} задача', few: '{n} задачи', many: '{n} задач' }),
  inGroup: plural({ one: '{n} задача в {group}', few: '{n} задачи в {group}', many: '{n} задач в {group}' }),
  state: { open: 'Открыта' },
}
const pl: Words<typeof en, 'pl'> = {
  title: 'Zadania',
  due: (p) => `Termin: ${p.date}`,
  count: plural({ one: '{n} zadanie', few: '{n} zadania', many: '{n} zadań' }),
  inGroup: plural({ one: '{n} zadanie w {group}', few: '{n} zadania w {group}', many: '{n} zadań w {group}' }),
  state: { open: 'Otwarte' },
}
const words = catalogue({ en, ru, pl })

describe('a catalogue', () => {
  it('says texts, functions and nested words in each language', () => {
    expect(say(words, 'en').title).toBe('Tasks')
    expect(say(words, 'ru').due({ date: '3 мая' })).toBe('Срок: 3 мая')
    expect(say(words, 'pl').state.open).toBe('Otwarte')
    expect(label(words, (w) => w.title)('ru')).toBe('Задачи')
  })

  it.each([
    ['en', 0, '0 tasks'],
    ['en', 1, '1 task'],
    ['en', 2, '2 tasks'],
    ['ru', 0, '0 задач'],
    ['ru', 1, '1 задача'],
    ['ru', 3, '3 задачи'],
    ['ru', 5, '5 задач'],
    ['ru', 11, '11 задач'],
    ['ru', 21, '21 задача'],
    ['ru', 1.5, '1,5 задачи'],
    ['pl', 1, '1 zadanie'],
    ['pl', 4, '4 zadania'],
    ['pl', 12, '12 zadań'],
    ['pl', 21, '21 zadań'],
    ['pl', 22, '22 zadania'],
  ] as const)('in %s counts %d as "%s"', (language, n, text) => {
    expect(say(words, language).count(n)).toBe(text)
  })

  it('puts names beside the number', () => {
    expect(say(words, 'ru').inGroup(2, { group: 'Мост' })).toBe('2 задачи в Мост')
  })

  it('refuses at compile time what is missing or mistyped', () => {
    // @ts-expect-error: a word is missing
    const missing: Words<typeof en, 'pl'> = { ...pl, title: undefined }
    // @ts-expect-error: the form "few" is missing
    const noFew: Words<typeof en, 'ru'> = { ...ru, count: plural({ one: '{n} задача', many: '{n} задач' }) }
    const wrongName: Words<typeof en, 'ru'> = {
      ...ru,
      // @ts-expect-error: the English text names no {room}
      inGroup: plural({ one: '{n} в {room}', few: '{n} в {room}', many: '{n} в {room}' }),
    }
    // @ts-expect-error: the parameter is called date
    const wrongParameter: Words<typeof en, 'ru'> = { ...ru, due: (p: { day: string }) => p.day }
    // @ts-expect-error: there is no such word in English
    const extra: Words<typeof en, 'ru'> = { ...ru, unheard: 'да' }
    expect([missing, noFew, wrongName, wrongParameter, extra]).toHaveLength(5)
  })
})

describe('the first language', () => {
  it('is the kept one, else the first of the browser that we speak, else English', () => {
    expect(firstLanguage('pl', ['ru-RU'])).toBe('pl')
    expect(firstLanguage(null, ['de-DE', 'ru-RU', 'en'])).toBe('ru')
    expect(firstLanguage(null, ['de'])).toBe('en')
  })
})
