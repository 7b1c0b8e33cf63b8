import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { tagsContract } from '../contract.ts'
import { offerTags, offerTagsTo } from './offered.ts'

const asked = implement(tagsContract).$context<RequestContext>().use(signedIn())

export const tagsRoutes = {
  tags: asked.tags.handler(({ input, context: { tx, me } }) => offerTags(tx, me, input)),
  tagsTo: asked.tagsTo.handler(({ input, context: { tx, me, platform } }) =>
    offerTagsTo(tx, { database: platform.database, me }, input),
  ),
}
