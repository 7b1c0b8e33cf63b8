import { useState } from 'react'
import { useWords } from '#ui/words/useWords.ts'
import { departmentsWords } from '../words.ts'
import { DepartmentCard } from './DepartmentCard.tsx'
import type { AskedDepartment } from './DepartmentDialogs.tsx'
import classes from './DepartmentTree.module.css'
import type { Branch } from './tree.ts'

interface DepartmentTreeProps {
  branches: readonly Branch[]
  /** Null where the reader changes nothing. */
  ask: ((asked: AskedDepartment) => void) | null
}

/** So many levels stand open at first: a company of many departments is opened where one looks for something. */
const openLevels = 2

/** Departments below each other: side by side on a wide screen, indented on a narrow one. Real lists, so that a screen reader tells the levels. */
export function DepartmentTree({ branches, ask }: DepartmentTreeProps) {
  return (
    <div className={classes.frame}>
      <ul className={classes.roots}>
        {branches.map((branch) => (
          <Node key={branch.id} branch={branch} level={1} ask={ask} />
        ))}
      </ul>
    </div>
  )
}

function Node({ branch, level, ask }: { branch: Branch; level: number } & Pick<DepartmentTreeProps, 'ask'>) {
  const words = useWords(departmentsWords)
  const [open, setOpen] = useState(level < openLevels)
  return (
    <li className={classes.node}>
      <DepartmentCard department={branch} ask={ask} />
      {branch.below.length > 0 && (
        <button type="button" className={classes.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? words.hide : words.show(branch.below.length)}
        </button>
      )}
      {open && branch.below.length > 0 && (
        <ul className={classes.level}>
          {branch.below.map((one) => (
            <Node key={one.id} branch={one} level={level + 1} ask={ask} />
          ))}
        </ul>
      )}
    </li>
  )
}
