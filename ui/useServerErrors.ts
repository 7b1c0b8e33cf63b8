import { useState } from 'react'
import { fieldErrorsOf, sentenceOf, type RuleWords } from './errors.ts'
import { uiWords } from './words.ts'
import { useWords } from './words/useWords.ts'

/** The part of a Mantine form that this needs. */
interface FormWithFields {
  getValues: () => object
  setErrors: (errors: Record<string, string>) => void
}

/**
 * Shows a server's refusal where it belongs: beside the fields it is about, or as one sentence above the form. What was
 * typed stays. `const errors = useServerErrors(form)`, then `onError: errors.show`, and `<FormError text={errors.sentence} />`.
 */
export function useServerErrors(form: FormWithFields, rules?: RuleWords) {
  const words = useWords(uiWords)
  const [sentence, setSentence] = useState<string | null>(null)
  return {
    sentence,
    show(this: void, error: unknown) {
      const fields = fieldErrorsOf(error, words, rules)
      const known = Object.keys(form.getValues())
      form.setErrors(fields)
      const allShown =
        Object.keys(fields).length > 0 && Object.keys(fields).every((path) => known.includes(path.split('.')[0] ?? ''))
      setSentence(allShown ? null : sentenceOf(error, words, rules))
    },
    clear(this: void) {
      setSentence(null)
    },
  }
}
