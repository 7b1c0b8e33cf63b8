import type { SampleDepartment } from './shape.ts'

/** The six departments of Orlanta. */
export const departments: SampleDepartment[] = [
  { key: 'management', name: 'Management', head: 'helena', parent: null },
  { key: 'design', name: 'Design studio', head: 'celine', parent: 'management' },
  { key: 'delivery', name: 'Project delivery', head: 'boris', parent: 'management' },
  { key: 'workshop', name: 'Workshop', head: 'stefan', parent: 'management' },
  { key: 'sales', name: 'Sales and clients', head: 'sean', parent: 'management' },
  { key: 'office', name: 'Finance, people and IT', head: 'marek', parent: 'management' },
]
