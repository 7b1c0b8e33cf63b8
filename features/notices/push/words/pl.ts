import type { Words } from '#ui/words/catalogue.ts'
import type { en } from './en.ts'

/** The words of push, in Polish. */
export const pl: Words<typeof en, 'pl'> = {
  here: 'Push na tym urządzeniu',
  turnOn: 'Włącz',
  turnOff: 'Wyłącz',
  turnOffThere: (p) => `Wyłącz push: ${p.where}`,
  others: 'Inne urządzenia',
  standing: {
    off: 'Wyłączone. Push powiadamia Cię na tym urządzeniu także wtedy, gdy portal jest zamknięty. Treść jest zaszyfrowana, dopóki tu nie dotrze.',
    on: 'Włączone. Powiadomienia przychodzą na to urządzenie także wtedy, gdy portal jest zamknięty. Wylogowanie je wyłącza.',
    refused:
      'W tej przeglądarce powiadomienia z portalu są zablokowane. Otwórz ustawienia strony (znak przed adresem), zezwól na powiadomienia i wróć tutaj.',
    homeScreen:
      'Na iPhonie lub iPadzie portal musi najpierw znaleźć się na ekranie początkowym: stuknij Udostępnij, potem Do ekranu początkowego, otwórz portal stamtąd i wróć tutaj.',
    insecure: 'Push działa tylko wtedy, gdy adres zaczyna się od https. Może to zmienić osoba, która prowadzi portal.',
    cannot: 'Ta przeglądarka nie obsługuje push. Nowsza obsługuje.',
  },
  failed:
    'Przeglądarka nie mogła połączyć się ze swoją usługą push. Spróbuj później lub z innej sieci; w oknach prywatnych push nie działa.',
  offer: {
    title: 'Powiadamiać Cię także na tym urządzeniu?',
    text: 'Również wtedy, gdy portal jest zamknięty. W ustawieniach można to w każdej chwili wyłączyć.',
    no: 'Nie teraz',
  },
  rules: { TOO_MANY_DEVICES: 'Push jest już włączony na 20 urządzeniach. Najpierw wyłącz go na jednym z nich.' },
}
