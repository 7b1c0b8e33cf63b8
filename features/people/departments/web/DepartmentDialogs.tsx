import { Dialog } from '#ui/controls/Dialog.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Department } from '../contract.ts'
import { departmentsWords } from '../words.ts'
import { DepartmentForm } from './DepartmentForm.tsx'
import { RemoveDepartment } from './RemoveDepartment.tsx'
import type { Branch } from './tree.ts'

/** What an administrator is about to do with a department. */
export type AskedDepartment =
  { act: 'add'; below: string | null } | { act: 'edit'; department: Branch } | { act: 'remove'; department: Branch }

interface DepartmentDialogsProps {
  /** Null closes it. */
  asked: AskedDepartment | null
  all: readonly Department[]
  close: () => void
  /** Hears a sentence about what was done. */
  done: (sentence: string) => void
}

/** The one question that is open about a department. */
export function DepartmentDialogs({ asked, all, close, done }: DepartmentDialogsProps) {
  const words = useWords(departmentsWords)
  const title =
    asked?.act === 'remove'
      ? words.removeTitle({ name: asked.department.name })
      : asked?.act === 'edit'
        ? words.edit
        : words.add
  return (
    <Dialog opened={asked !== null} close={close} title={title}>
      {asked?.act === 'add' && <DepartmentForm department={null} below={asked.below} close={close} done={done} />}
      {asked?.act === 'edit' && (
        <DepartmentForm department={asked.department} below={asked.department.parentId} close={close} done={done} />
      )}
      {asked?.act === 'remove' && (
        <RemoveDepartment
          department={asked.department}
          parent={all.find(({ id }) => id === asked.department.parentId) ?? null}
          close={close}
          done={done}
        />
      )}
    </Dialog>
  )
}
