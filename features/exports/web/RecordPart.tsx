import { SettingsPart } from '#features/groups/web/door.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { exportsWords } from '../words.ts'
import { ExportList } from './ExportList.tsx'
import { RecordForm } from './RecordForm.tsx'
import classes from './RecordPart.module.css'
import { useExports } from './useExports.ts'

/** In the settings of a group: its record (GRP-11), and those made of late. */
export function RecordPart({ groupId, external }: { groupId: string; external: boolean }) {
  const words = useWords(exportsWords)
  const { data, error, isPending, refetch } = useExports(groupId)
  return (
    <SettingsPart title={words.action} text={words.record.text}>
      <div className={classes.part}>
        <RecordForm groupId={groupId} external={external} />
        {error && <ErrorState error={error} retry={() => void refetch()} />}
        {isPending && <ListSkeleton rows={1} />}
        {data && data.items.length > 0 && (
          <>
            <h3 className={classes.made}>{words.record.made}</h3>
            <ExportList items={data.items} />
          </>
        )}
      </div>
    </SettingsPart>
  )
}
