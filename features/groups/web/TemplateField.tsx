import { useMutation, useQuery } from '@tanstack/react-query'
import { sentenceOf } from '#ui/errors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Template } from '../contract.ts'
import { groupsWords } from '../words.ts'
import { groups } from './api.ts'
import { GroupPicker } from './GroupPicker.tsx'

interface TemplateFieldProps {
  /** The group that the new one is made like; null for none. */
  value: string | null
  onChange: (groupId: string | null, template: Template | null) => void
}

/** Begins a group with how another one is set up that the person keeps (GRP-10). Whoever keeps none is not asked. */
export function TemplateField({ value, onChange }: TemplateFieldProps) {
  const words = useWords(groupsWords)
  const shared = useWords(uiWords)
  const { data: kept } = useQuery(groups.list.queryOptions({ input: { mine: true, keeps: true, limit: 1 } }))
  const read = useMutation({
    mutationFn: (id: string) => groups.template.call({ id }),
    onSuccess: (template, id) => onChange(id, template),
  })
  if (!value && !kept?.items.length) return null
  return (
    <GroupPicker
      label={words.template.label}
      placeholder={words.template.empty}
      description={words.template.hint}
      keeps
      clearable
      value={read.isPending ? read.variables : value}
      disabled={read.isPending}
      error={read.error ? sentenceOf(read.error, shared, words.rules) : null}
      onChange={(id) => {
        read.reset()
        if (id) read.mutate(id)
        else onChange(null, null)
      }}
    />
  )
}
