import type { Words } from '#ui/words/catalogue.ts'
import type { en } from './en.ts'

/** The words of appreciations, in Polish. */
export const pl: Words<typeof en, 'pl'> = {
  title: 'Wyrazy uznania',
  appreciation: 'Uznanie',
  form: {
    badge: 'Za co',
    people: 'Dla kogo',
    choosePeople: 'Osoby z pracy, które to przeczytają',
    remove: 'Usuń wyrazy uznania',
    nobody: 'Wybierz, komu wyrażasz uznanie.',
    tooMany: 'Razem można wyrazić uznanie najwyżej dziesięciu osobom.',
    oneself: 'Wyrażaj uznanie innym: wśród wybranych osób jesteś Ty.',
    notHere: 'Wyrazy uznania są dla osób, które tu pracują: pomiń osoby z zewnątrz, wyślij je zespołowi albo usuń.',
  },
  badge: {
    thanks: 'Dziękuję',
    teamwork: 'Praca zespołowa',
    idea: 'Świetny pomysł',
    rescue: 'Na ratunek',
    quality: 'Świetna robota',
    speed: 'Przed czasem',
    mentor: 'Dobry nauczyciel',
    care: 'Troska o klientów',
  },
  for: 'Dla',
  none: 'Nie ma jeszcze wyrazów uznania, które możesz przeczytać.',
  older: 'Pokaż starsze',
}
