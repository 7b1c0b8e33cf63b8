import { oc } from '@orpc/contract'
import { z } from 'zod'
import { done, id, line, person } from '#platform/contract.ts'

const tags = ['Departments']

/** A department: what it stands below, who heads it, and how many work in it itself. */
const department = z.object({
  id,
  name: z.string(),
  parentId: id.nullable(),
  head: person.nullable(),
  people: z.number(),
})
export type Department = z.infer<typeof department>

/** What a browser or a program may ask about the structure of the company. To people from outside none of it exists (PPL-6). */
export const departmentsContract = {
  list: oc
    .route({ method: 'GET', path: '/departments', tags, summary: 'The departments, for employees' })
    .output(z.object({ items: z.array(department) })),
  add: oc
    .route({ method: 'POST', path: '/departments', tags, summary: 'Add a department', successStatus: 201 })
    .input(z.strictObject({ name: line(120), parentId: id.nullish(), headId: id.nullish() }))
    .output(department),
  change: oc
    .route({
      method: 'PATCH',
      path: '/departments/{id}',
      tags,
      summary: 'Rename a department, move it below another, or give it a head',
    })
    .input(z.strictObject({ id, name: line(120).optional(), parentId: id.nullish(), headId: id.nullish() }))
    .output(department),
  remove: oc
    .route({
      method: 'DELETE',
      path: '/departments/{id}',
      tags,
      summary: 'Remove a department: its people, and what stands below it, come to the one above',
    })
    .input(z.strictObject({ id }))
    .output(done),
}
