import type { Words } from '#ui/words/catalogue.ts'
import type { byPhoneInEnglish } from './phone-en.ts'

/** The words of inviting and coming by mobile number, in Russian. */
export const byPhoneInRussian: Words<typeof byPhoneInEnglish, 'ru'> = {
  field: 'Адреса почты или номера мобильных',
  fieldHint: 'Один или несколько, можно вставить список. На номера придёт SMS.',
  number: 'Ваш номер мобильного',
  numberHint: 'Вы будете входить по коду, который придёт на него. Пароль и адрес почты можно добавить позже.',
  message: {
    inside: (p) => `${p.who} приглашает вас в «${p.room}» на портале ${p.portal}: ${p.url}`,
    lobby: (p) =>
      `${p.who} предлагает принять вас в «${p.room}» на портале ${p.portal}; ответит владелец группы. ${p.url}`,
  },
}
