import { Suspense, type ComponentProps } from 'react'
import { useSections, type PersonAct } from '#ui/section.ts'

/** What other sections let one do with a person: write to them. */
export function PersonActs(props: ComponentProps<PersonAct>) {
  const sections = useSections()
  return <Suspense>{sections.map(({ name, personAct: Act }) => Act && <Act key={name} {...props} />)}</Suspense>
}
