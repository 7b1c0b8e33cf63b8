import type { Words } from '#ui/words/catalogue.ts'
import type { en } from './en.ts'

/** The words with which one says how one wants to be told, in Polish. */
export const pl: Words<typeof en, 'pl'> = {
  title: 'Powiadomienia',
  text: 'O czym i jak Cię powiadamiać. To tylko Twoje ustawienia; nikt inny ich nie widzi.',
  what: 'O czym',
  channels: { portal: 'W portalu', push: 'Push', letter: 'Listem' },
  of: (p) => `${p.kind}: ${p.channel}`,
  kinds: {
    tasks: {
      called: 'Twoje zadania',
      says: 'Ktoś daje Ci zadanie; Twoje lub zlecone przez Ciebie zmienia, kończy albo otwiera ponownie.',
    },
    mentions: { called: 'Wzmianki', says: 'Ktoś wymienia Cię we wpisie lub komentarzu albo pisze wpis do Ciebie.' },
    announcements: {
      called: 'Ogłoszenia',
      says: 'Ktoś prosi Cię o potwierdzenie przeczytania albo o tym przypomina.',
    },
    appreciations: { called: 'Wyrazy uznania', says: 'Ktoś wyraża Ci uznanie we wpisie.' },
    calendar: {
      called: 'Wydarzenia',
      says: 'Godzinę przed początkiem tego, na co przyjdziesz lub może przyjdziesz.',
    },
    comments: {
      called: 'Komentarze',
      says: 'Do tego, co Twoje, tam, gdzie są już Twoje słowa, i do tego, co obserwujesz.',
    },
    posts: { called: 'Nowe wpisy', says: 'W grupach, które powiadamiają Cię o nowych wpisach.' },
    polls: { called: 'Twoje ankiety', says: 'Twoja ankieta się kończy, w terminie albo przez kogoś innego.' },
    company: { called: 'Wpisy do wielu', says: 'Do Twojego działu albo do wszystkich, którzy tu pracują.' },
    people: { called: 'Ludzie', says: 'Ktoś prosi o przyjęcie do Twojej grupy albo przyjmuje Twoje zaproszenie.' },
  },
  paces: { once: 'Od razu', hourly: 'Co godzinę', daily: 'Co rano', off: 'Nie wysyłaj' },
  noLetter: 'Bez listów na ten temat',
  none: '–',
  digests: (p) =>
    `Listy co godzinę i co rano (8:00, ${p.zone}) zbierają to, co się stało, i przychodzą tylko, gdy coś się stało.`,
  zone: 'Zmień strefę czasową',
  muted: 'O rzeczach wyciszonych nie przychodzi nic, cokolwiek tu ustawisz.',
  noAddress: 'Nie masz tu adresu e-mail, więc żadne listy do Ciebie nie docierają.',
  returned: (p) =>
    `Listy na ${p.address} wracają: ostatniego serwer pocztowy nie przyjął. Podaj inny adres albo zapytaj, kto opiekuje się tą skrzynką.`,
  changeAddress: 'Zmień adres',
  change: 'Ustawienia powiadomień',
}
