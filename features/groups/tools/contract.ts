import { oc } from '@orpc/contract'
import { z } from 'zod'
import { id } from '#platform/contract.ts'

const tags = ['Groups']

/** What a group offers beside its members, each to be switched off by its owner (GRP-4). */
export const tool = z.enum(['feed', 'tasks'])
/** Whom a group lets see, add or change something: the owner, owner and moderators, those who work here, all members. */
const whoInTool = z.enum(['owner', 'keepers', 'team', 'members'])

/** A tool that the person asking sees in a group, what they may do there, and who may. */
export const toolHere = z.object({
  tool,
  adds: z.boolean(),
  changes: z.boolean(),
  viewers: whoInTool,
  adders: whoInTool,
  changers: whoInTool,
})

/** How a tool of a group is set. */
export const toolSetting = z.object({
  tool,
  on: z.boolean(),
  viewers: whoInTool,
  adders: whoInTool,
  changers: whoInTool,
})
export type ToolSetting = z.infer<typeof toolSetting>
const toolChanges = {
  id,
  tool,
  on: z.boolean().optional(),
  viewers: whoInTool.optional(),
  adders: whoInTool.optional(),
  changers: whoInTool.optional(),
}

const sides = z.object({ colleagues: z.number().int(), outside: z.number().int() })
const standing = z.object({ things: z.number().int(), comments: z.number().int() })

/** Who else would see a tool who does not see it now, and the other way round; and how much stands in it for all who see it, and for the team alone. */
const toolPreview = z.object({ gain: sides, lose: sides, forAll: standing, forTeam: standing })
export type ToolPreview = z.infer<typeof toolPreview>

/** What a browser or a program may ask about the tools of a group. */
export const toolsContract = {
  tools: oc
    .route({ method: 'GET', path: '/groups/{id}/tools', tags, summary: 'How the tools of a group are set' })
    .input(z.strictObject({ id }))
    .output(z.object({ items: z.array(toolSetting) })),
  changeTool: oc
    .route({
      method: 'PATCH',
      path: '/groups/{id}/tools/{tool}',
      tags,
      summary: 'Switch a tool of a group on or off, or say who sees, adds and changes there',
    })
    .input(z.strictObject(toolChanges))
    .output(toolSetting),
  previewTool: oc
    .route({
      method: 'POST',
      path: '/groups/{id}/tools/{tool}/preview',
      tags,
      summary: 'Who would see more or less of a group if a tool were set so',
    })
    .input(z.strictObject(toolChanges))
    .output(toolPreview),
}
