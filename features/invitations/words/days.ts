/** How many days, written out, so that a letter reads as people write. Up to 99; the digits beyond. */
export function daysInEnglish(n: number): string {
  const ones =
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
  const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'
  return `${spelled(n, { ones, tens, between: '-' })} ${n === 1 ? 'day' : 'days'}`
}

/** The same in Russian, in the accusative: «действует двадцать один день». */
export function daysInRussian(n: number): string {
  const ones =
    'ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать'
  const tens = 'двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто'
  const days: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'день', few: 'дня', many: 'дней' }
  return `${spelled(n, { ones, tens, between: ' ' })} ${days[new Intl.PluralRules('ru').select(n)]}`
}

/** The same in Polish, in the accusative: „ważne dwadzieścia jeden dni”. */
export function daysInPolish(n: number): string {
  const ones =
    'zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście'
  const tens =
    'dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt'
  return `${spelled(n, { ones, tens, between: ' ' })} ${n === 1 ? 'dzień' : 'dni'}`
}

interface Numerals {
  ones: string
  tens: string
  between: string
}

function spelled(n: number, { ones, tens, between }: Numerals): string {
  const small = ones.split(' ')
  if (n < small.length) return small[n] ?? String(n)
  const ten = tens.split(' ')[Math.trunc(n / 10) - 2]
  if (!ten) return String(n)
  return n % 10 === 0 ? ten : `${ten}${between}${small[n % 10]}`
}
