import type { Words } from '#ui/words/catalogue.ts'
import type { waitsInEnglish } from './waits-en.ts'

/** The same in Russian. */
export const waitsInRussian: Words<typeof waitsInEnglish, 'ru'> = {
  forComer: (p) => `Что вас там ждёт: ${p.things}.`,
  whatYouSee: 'всё, что напишут и запланируют с вашего прихода',
  unsaid: 'Там люди этой группы переписываются и ведут свои задачи.',
  forInviter: (p) =>
    `Эти люди увидят: ${p.things}. Структуру, другие группы и разговоры «только для команды» они не увидят.`,
  whatTheySee: 'всё, что напишут и запланируют с их прихода',
  ofCompany: 'Если компания человека уже здесь, он увидит и то, о чём она говорила с командой.',
}
