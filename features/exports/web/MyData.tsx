import { Button } from '@mantine/core'
import { IconFileZip } from '@tabler/icons-react'
import { EmptyState } from '#ui/controls/EmptyState.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { exportsWords } from '../words.ts'
import { ExportList } from './ExportList.tsx'
import classes from './MyData.module.css'
import { isBeingMade, useExports, useMakeCopy } from './useExports.ts'

/** A copy of one's own data (PPL-11), and every record that was made for one. */
export function MyData() {
  const words = useWords(exportsWords)
  const shared = useWords(uiWords)
  const { data, error, isPending, refetch } = useExports()
  const make = useMakeCopy()
  const items = data?.items.filter(({ mine }) => mine) ?? []
  const busy = items.some((one) => one.of === 'person' && isBeingMade(one))
  return (
    <div className={classes.part}>
      <p className={classes.text}>{words.own.text}</p>
      <FormError text={make.error ? sentenceOf(make.error, shared, words.rules) : null} />
      <Button className={classes.act ?? ''} loading={make.isPending} disabled={busy} onClick={() => make.mutate({})}>
        {words.own.make}
      </Button>
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {isPending && <ListSkeleton rows={2} />}
      {data && items.length === 0 && (
        <EmptyState icon={IconFileZip} title={words.own.empty} text={words.own.emptyText} />
      )}
      {items.length > 0 && (
        <section aria-label={words.own.ready}>
          <ExportList items={items} />
        </section>
      )}
    </div>
  )
}
