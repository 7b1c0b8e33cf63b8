import { plural, type Words } from '#ui/words/catalogue.ts'
import type { en } from './en.ts'

/** The words of notices, in Russian. */
export const ru: Words<typeof en, 'ru'> = {
  title: 'Уведомления',
  bell: plural({
    one: 'Уведомления: {n} непрочитанное',
    few: 'Уведомления: {n} непрочитанных',
    many: 'Уведомления: {n} непрочитанных',
  }),
  bellQuiet: 'Уведомления: всё прочитано',
  all: 'Все',
  unread: 'Непрочитанные',
  isUnread: 'Не прочитано',
  readAll: 'Отметить всё прочитанным',
  markRead: 'Отметить прочитанным',
  showAll: 'Все уведомления',
  older: 'Показать более ранние',
  somebody: 'Кто-то',
  empty: {
    title: 'Пока ничего не произошло',
    text: 'Когда вам ответят, поставят задачу или напишут в группе, за которой вы следите, это появится здесь.',
  },
  nothingUnread: {
    title: 'Всё прочитано',
    text: 'Новое появится здесь само.',
  },
  happened: {
    taskSet: (p) => `${p.who}: задача для вас «${p.title}»`,
    taskChanged: (p) => `${p.who}: изменения в задаче «${p.title}»`,
    taskCompleted: (p) => `${p.who}: задача «${p.title}» выполнена`,
    taskReopened: (p) => `${p.who}: задача «${p.title}» снова открыта`,
    mentioned: (p) => `${p.who}: упоминание о вас в «${p.title}»`,
    announced: (p) => `${p.who}: подтвердите, что прочитали «${p.title}»`,
    confirmationAwaited: (p) => `${p.who} напоминает: подтвердите, что прочитали «${p.title}»`,
    appreciated: (p) => `${p.who}: благодарность вам в «${p.title}»`,
    eventBegins: (p) => `Через час: «${p.title}»`,
    commented: (p) => `${p.who}: комментарий к «${p.title}»`,
    posted: (p) => `${p.who}: новая запись «${p.title}»`,
    pollEnded: (p) => `Ваш опрос «${p.title}» завершён`,
    written: (p) => `${p.who} пишет вам: «${p.title}»`,
    writtenToAll: (p) => `${p.who} пишет вам и другим: «${p.title}»`,
    asked: (p) => `${p.who} просит принять в группу «${p.title}»`,
    accepted: (p) => `${p.who} теперь в группе «${p.title}» по вашему приглашению`,
  },
  together: {
    taskSet: plural({
      one: '{who} и ещё {n} человек: задача для вас «{title}»',
      few: '{who} и ещё {n} человека: задача для вас «{title}»',
      many: '{who} и ещё {n} человек: задача для вас «{title}»',
    }),
    taskChanged: plural({
      one: '{who} и ещё {n} человек: изменения в задаче «{title}»',
      few: '{who} и ещё {n} человека: изменения в задаче «{title}»',
      many: '{who} и ещё {n} человек: изменения в задаче «{title}»',
    }),
    taskCompleted: plural({
      one: '{who} и ещё {n} человек: задача «{title}» выполнена',
      few: '{who} и ещё {n} человека: задача «{title}» выполнена',
      many: '{who} и ещё {n} человек: задача «{title}» выполнена',
    }),
    taskReopened: plural({
      one: '{who} и ещё {n} человек: задача «{title}» снова открыта',
      few: '{who} и ещё {n} человека: задача «{title}» снова открыта',
      many: '{who} и ещё {n} человек: задача «{title}» снова открыта',
    }),
    mentioned: plural({
      one: '{who} и ещё {n} человек: упоминания о вас в «{title}»',
      few: '{who} и ещё {n} человека: упоминания о вас в «{title}»',
      many: '{who} и ещё {n} человек: упоминания о вас в «{title}»',
    }),
    announced: plural({
      one: '{who} и ещё {n} человек: подтвердите, что прочитали «{title}»',
      few: '{who} и ещё {n} человека: подтвердите, что прочитали «{title}»',
      many: '{who} и ещё {n} человек: подтвердите, что прочитали «{title}»',
    }),
    confirmationAwaited: plural({
      one: '{who} и ещё {n} человек: напоминание подтвердить, что вы прочитали «{title}»',
      few: '{who} и ещё {n} человека: напоминание подтвердить, что вы прочитали «{title}»',
      many: '{who} и ещё {n} человек: напоминание подтвердить, что вы прочитали «{title}»',
    }),
    appreciated: plural({
      one: '{who} и ещё {n} человек: благодарность вам в «{title}»',
      few: '{who} и ещё {n} человека: благодарность вам в «{title}»',
      many: '{who} и ещё {n} человек: благодарность вам в «{title}»',
    }),
    eventBegins: plural({ one: 'Через час: «{title}»', few: 'Через час: «{title}»', many: 'Через час: «{title}»' }),
    commented: plural({
      one: '{who} и ещё {n} человек: комментарии к «{title}»',
      few: '{who} и ещё {n} человека: комментарии к «{title}»',
      many: '{who} и ещё {n} человек: комментарии к «{title}»',
    }),
    posted: plural({
      one: '{who} и ещё {n} человек: новая запись «{title}»',
      few: '{who} и ещё {n} человека: новая запись «{title}»',
      many: '{who} и ещё {n} человек: новая запись «{title}»',
    }),
    pollEnded: plural({
      one: 'Ваш опрос «{title}» завершён',
      few: 'Ваш опрос «{title}» завершён',
      many: 'Ваш опрос «{title}» завершён',
    }),
    written: plural({
      one: '{who} и ещё {n} человек пишут вам: «{title}»',
      few: '{who} и ещё {n} человека пишут вам: «{title}»',
      many: '{who} и ещё {n} человек пишут вам: «{title}»',
    }),
    writtenToAll: plural({
      one: '{who} и ещё {n} человек пишут вам и другим: «{title}»',
      few: '{who} и ещё {n} человека пишут вам и другим: «{title}»',
      many: '{who} и ещё {n} человек пишут вам и другим: «{title}»',
    }),
    asked: plural({
      one: '{who} и ещё {n} человек просят принять их в группу «{title}»',
      few: '{who} и ещё {n} человека просят принять их в группу «{title}»',
      many: '{who} и ещё {n} человек просят принять их в группу «{title}»',
    }),
    accepted: plural({
      one: '{who} и ещё {n} человек теперь в группе «{title}» по вашим приглашениям',
      few: '{who} и ещё {n} человека теперь в группе «{title}» по вашим приглашениям',
      many: '{who} и ещё {n} человек теперь в группе «{title}» по вашим приглашениям',
    }),
  },
  follow: {
    follow: 'Следить',
    followGroup: 'Сообщать о новых записях',
    stop: 'Не следить',
    stopGroup: 'Не сообщать о новых записях',
    mute: 'Заглушить',
    muteGroup: 'Заглушить группу',
    unmute: 'Включить уведомления',
    unmuteGroup: 'Включить уведомления группы',
    muteThis: (p) => `Заглушить «${p.title}»`,
    muted: 'Заглушено. Больше вам об этом не сообщат.',
    mutedGroup: 'Заглушено. Вам сообщат только о том, что касается лично вас: о задачах, упоминаниях и объявлениях.',
    undo: 'Отменить',
  },
}
