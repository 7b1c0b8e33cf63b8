/** The languages a portal speaks. A catalogue holds every word in each of them. */
export const languages = ['en', 'ru', 'pl'] as const

/** One of the languages a portal speaks. */
export type Language = (typeof languages)[number]

/** The plural forms that a language tells apart for whole numbers (CLDR). */
interface PluralForms {
  en: 'one' | 'other'
  ru: 'one' | 'few' | 'many'
  pl: 'one' | 'few' | 'many'
}

type AnyForms = Partial<Record<Intl.LDMLPluralRule, string>>

/** The names in braces of a text: `'{n} tasks of {name}'` names `name`; `n` is always the number itself. */
type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Exclude<Name, 'n'> | NamesIn<Rest> : never

/** A word with a number in it: one text for each plural form, and the names that the texts need beside the number. */
export interface Plural<Form extends string, Names extends string> {
  readonly forms: Readonly<Record<Form, string>>
  /** Never there at run time: lets the compiler refuse a translation that asks for a name the English text has not. */
  readonly needs?: (named: Record<Names, string>) => void
}

/** Writes down a word with a number: `plural({ one: '{n} task', other: '{n} tasks' })`. */
export function plural<const Forms extends AnyForms>(
  forms: Forms,
): Plural<Extract<keyof Forms, string>, NamesIn<Forms[keyof Forms]>> {
  return { forms: forms as Forms & Record<Extract<keyof Forms, string>, string> }
}

/** What a translation of `English` into the language `L` must hold: the same words, with that language's plural forms. */
export type Words<English, L extends Language> = {
  readonly [Key in keyof English]: English[Key] extends string
    ? string
    : English[Key] extends Plural<string, infer Names>
      ? Plural<PluralForms[L], Names>
      : English[Key] extends (...given: infer Given) => string
        ? (...given: Given) => string
        : Words<English[Key], L>
}

/** A catalogue's words as they are used: texts, functions of named things, and functions of a number. */
export type Spoken<English> = {
  readonly [Key in keyof English]: English[Key] extends string
    ? string
    : English[Key] extends Plural<string, infer Names>
      ? [Names] extends [never]
        ? (n: number) => string
        : (n: number, named: Record<Names, string | number>) => string
      : English[Key] extends (...given: infer Given) => string
        ? (...given: Given) => string
        : Spoken<English[Key]>
}

/** The words of one feature in every language; the English ones say which words there are. */
export interface Catalogue<English> {
  readonly en: English
  readonly ru: Words<English, 'ru'>
  readonly pl: Words<English, 'pl'>
}

/** Puts the languages of one feature together; a missing word or plural form does not compile. */
export function catalogue<English extends object>(words: {
  en: English & Words<English, 'en'>
  ru: Words<NoInfer<English>, 'ru'>
  pl: Words<NoInfer<English>, 'pl'>
}): Catalogue<English> {
  return words
}

/** A text that is known only once the language is: menu labels and the like, which are declared outside of components. */
export type Label = (language: Language) => string

/** Takes one word out of a catalogue for use as a label: `label(tasksWords, (w) => w.title)`. */
export function label<English>(words: Catalogue<English>, pick: (words: Spoken<English>) => string): Label {
  return (language) => pick(say(words, language))
}

const spokenBefore = new WeakMap<object, Spoken<unknown>>()

/** The words of a catalogue in one language, ready for use, in the browser and in letters alike. */
export function say<English>(words: Catalogue<English>, language: Language): Spoken<English> {
  const written: object = words[language] as object
  const known = spokenBefore.get(written)
  if (known) return known as Spoken<English>
  const spoken = speak(written, language) as Spoken<English>
  spokenBefore.set(written, spoken)
  return spoken
}

function speak(written: object, language: Language): object {
  return Object.fromEntries(
    Object.entries(written).map(([key, word]: [string, unknown]) => {
      if (isPlural(word)) return [key, counting(word.forms, language)]
      if (typeof word === 'object' && word !== null) return [key, speak(word, language)]
      return [key, word]
    }),
  )
}

function isPlural(word: unknown): word is { forms: AnyForms } {
  return typeof word === 'object' && word !== null && 'forms' in word
}

function counting(forms: AnyForms, language: Language) {
  const rules = new Intl.PluralRules(language)
  const numbers = new Intl.NumberFormat(language)
  return (n: number, named: Record<string, string | number> = {}) => {
    // Russian and Polish tell fractions apart as "other"; where no such form is written, "few" is the right one (1,5 задачи).
    const text = forms[rules.select(n)] ?? forms.few ?? forms.other ?? ''
    return text.replace(/\{(\w+)\}/g, (_, name: string) =>
      name === 'n' ? numbers.format(n) : String(named[name] ?? ''),
    )
  }
}
