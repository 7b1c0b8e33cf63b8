import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { noticesContract } from '../contract.ts'
import { changeSettings } from '../settings/server/actions.ts'
import { settingsOf } from '../settings/server/queries.ts'
import { readPush, turnPushOff, turnPushOn } from '../push/server/keeper.ts'
import { follow, followingOf, readNotices } from './actions.ts'
import { countUnread, getNotice, listNotices } from './queries.ts'

const notices = implement(noticesContract).$context<RequestContext>().use(signedIn())

export const noticesRoutes = {
  list: notices.list.handler(({ input, context: { tx } }) => listNotices(tx, input)),
  get: notices.get.handler(({ input, context: { tx } }) => getNotice(tx, input.id)),
  count: notices.count.handler(({ context: { tx } }) => countUnread(tx)),
  read: notices.read.handler(({ input, context: { tx, me } }) => readNotices(tx, me, input.ids)),
  thread: notices.thread.handler(({ input, context: { tx, me } }) => followingOf(tx, me, input.id, 'thread')),
  followThread: notices.followThread.handler(({ input, context: { tx, me } }) => follow(tx, me, input, 'thread')),
  group: notices.group.handler(({ input, context: { tx, me } }) => followingOf(tx, me, input.id, 'group')),
  followGroup: notices.followGroup.handler(({ input, context: { tx, me } }) => follow(tx, me, input, 'group')),
  settings: notices.settings.handler(({ context: { tx, me } }) => settingsOf(tx, me)),
  changeSettings: notices.changeSettings.handler(({ input, context: { tx, me } }) => changeSettings(tx, me, input)),
  push: notices.push.handler(({ context: { platform, me } }) => readPush(platform, me)),
  turnPushOn: notices.turnPushOn.handler(({ input, context: { platform, me } }) => turnPushOn(platform, me, input)),
  turnPushOff: notices.turnPushOff.handler(async ({ input, context: { platform, me } }) => {
    await turnPushOff(platform, me, input.id)
    return {}
  }),
}
