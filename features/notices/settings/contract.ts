import { oc } from '@orpc/contract'
import { z } from 'zod'
import { noticeKinds, paces, type NoticeKind, type Pace } from '../kinds/contract.ts'

const tags = ['Notices']
const kinds = Object.keys(noticeKinds) as NoticeKind[]
const ofEach = <Said extends z.ZodType>(said: (kind: NoticeKind) => Said) =>
  Object.fromEntries(kinds.map((kind) => [kind, said(kind)])) as Record<NoticeKind, Said>

/** The ways in which one is told of a kind; a later way adds its line. */
const channels = z.object({
  portal: z.boolean(),
  /** In browsers in which push is on. */
  push: z.boolean(),
  /** Null where no letter goes about this kind, or one of its own that has nothing to do with notices. */
  letter: z.enum(paces).nullable(),
})
export type Channels = z.infer<typeof channels>

/** People from outside have none of what they are never told of. */
const settings = z.object({
  kinds: z.object(ofEach(() => channels.optional())),
  /** Since when the address that one has here takes no letters; null while it does. */
  returnedAt: z.date().nullable(),
})
export type NoticeSettings = z.infer<typeof settings>

/** What is left out stays as it is. */
export interface ChangedChannels {
  portal?: boolean | undefined
  push?: boolean | undefined
  letter?: Pace | undefined
}

const change = (kind: NoticeKind): z.ZodOptional<z.ZodType<ChangedChannels, ChangedChannels>> => {
  const either = { portal: z.boolean().optional(), push: z.boolean().optional() }
  if (noticeKinds[kind].portalOnly) return z.strictObject(either).optional()
  return z.strictObject({ ...either, letter: z.enum(paces).optional() }).optional()
}

const changed = z.strictObject({ kinds: z.strictObject(ofEach(change)) })
export type ChangedSettings = z.output<typeof changed>

/** How one wants to be told, by kind. Everybody has their own alone. */
export const settingsContract = {
  settings: oc
    .route({ method: 'GET', path: '/me/notices', tags, summary: 'How one is told of each kind of thing' })
    .input(z.strictObject({}).optional())
    .output(settings),
  changeSettings: oc
    .route({
      method: 'PATCH',
      path: '/me/notices',
      tags,
      summary: 'Change how one is told: what is named, and no more',
    })
    .input(changed)
    .output(settings),
}
