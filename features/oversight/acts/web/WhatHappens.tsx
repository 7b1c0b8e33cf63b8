import { List, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { FormError } from '#ui/controls/FormError.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { writtenDay } from '#ui/time.ts'
import { uiWords } from '#ui/words.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import { oversight } from '../../web/api.ts'
import type { ActPreview, AskedAct } from '../contract.ts'
import { actsWords } from '../words.ts'

/** What an act will do, counted at this moment. */
export function WhatHappens({ asked }: { asked: AskedAct }) {
  const words = useWords(actsWords)
  const shared = useWords(uiWords)
  const preview = useQuery({ ...oversight.acts.preview.queryOptions({ input: asked }), staleTime: 0, gcTime: 0 })
  if (preview.isError) return <FormError text={sentenceOf(preview.error, shared, words.rules)} />
  if (!preview.data) return <Skeleton height={44} />
  return <Consequences of={preview.data} asked={asked} />
}

function Consequences({ of: { people, touched, stays, ended, sessions }, asked }: { of: ActPreview; asked: AskedAct }) {
  const words = useWords(actsWords).happens
  const { language } = useLanguage()
  const day = asked.until ? writtenDay(asked.until, new Date(), language) : ''
  const lines = {
    extend: [words.extend(touched, { until: day }), words.stays(stays), ...(ended > 0 ? [words.ended(ended)] : [])],
    remove: [words.remove(touched), words.removeStays],
    dismiss: [words.dismiss(touched), ...(sessions > 0 ? [words.sessions(sessions)] : []), words.dismissStays],
    sponsor: [words.sponsor(touched), words.letter],
  }
  const left = { extend: words.endless, remove: words.notThere, dismiss: words.notThere, sponsor: words.already }
  return (
    <List size="sm" spacing={3}>
      {(touched > 0 || people === 0) && lines[asked.kind].map((line) => <List.Item key={line}>{line}</List.Item>)}
      {people > touched && <List.Item>{left[asked.kind](people - touched)}</List.Item>}
    </List>
  )
}
