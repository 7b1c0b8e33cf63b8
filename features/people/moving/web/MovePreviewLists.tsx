import { useWords } from '#ui/words/useWords.ts'
import type { MovePreview } from '../contract.ts'
import { movingWords } from '../words.ts'
import { Consequences } from './Consequences.tsx'

/** What a move opens, closes and leaves, in sentences with numbers. */
export function MovePreviewLists({ preview }: { preview: MovePreview }) {
  return preview.kind === 'employee' ? <Opening preview={preview} /> : <Closing preview={preview} />
}

function Opening({ preview: { before, after, leaves, returns } }: { preview: MovePreview }) {
  const words = useWords(movingWords)
  const { sees, employee, returns: back } = words
  return (
    <>
      <Consequences
        title={words.opens}
        mark="opens"
        lines={[
          employee.directory,
          said(sees.people, after.people - before.people),
          said(sees.foundGroups, after.foundGroups - before.foundGroups),
          said(sees.teams, after.teams - before.teams),
          said(sees.groups, after.groups - before.groups),
        ]}
      />
      <Consequences
        title={back.title}
        mark="opens"
        lines={[
          returns.administrator && back.administrator,
          returns.department && back.department({ department: returns.department }),
          returns.manager && back.manager({ manager: returns.manager }),
          ...returns.leads.map((department) => back.leads({ department })),
          said(back.reports, returns.reports),
          said(back.groups, returns.groups),
          said(back.tasks, returns.tasks),
        ]}
      />
      <Consequences
        title={words.closes}
        mark="closes"
        lines={[leaves.company && employee.company({ company: leaves.company })]}
      />
      <Consequences
        title={words.stays}
        lines={[said(sees.groups, Math.min(before.groups, after.groups)), employee.said]}
      />
    </>
  )
}

function Closing({ preview: { before, after, leaves, invitations, externals } }: { preview: MovePreview }) {
  const words = useWords(movingWords)
  const { sees, external } = words
  return (
    <>
      <Consequences
        title={words.closes}
        mark="closes"
        lines={[
          external.directory,
          said(sees.people, before.people - after.people),
          said(sees.groups, before.groups - after.groups),
          said(sees.teams, before.teams - after.teams),
          said(sees.foundGroups, before.foundGroups - after.foundGroups),
          said(sees.tasks, before.tasks - after.tasks),
          leaves.department && external.department({ department: leaves.department }),
          leaves.manager && external.manager({ manager: leaves.manager }),
          ...leaves.leads.map((department) => words.rights.leads({ department })),
          said(external.reports, leaves.reports),
          said(external.invitations, invitations),
          said(words.dismissal.externals, externals),
          leaves.administrator && external.administrator,
        ]}
      />
      <Consequences
        title={words.stays}
        lines={[
          said(sees.groups, after.groups),
          said(sees.people, after.people),
          said(sees.tasks, after.tasks),
          external.signedIn,
          external.undo,
        ]}
      />
    </>
  )
}

/** A line with a number, where there is something to say. */
const said = (word: (n: number) => string, n: number): string | false => n > 0 && word(n)
