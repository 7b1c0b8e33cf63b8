import type { GroupKey, PersonKey } from '#app/sample/cast.ts'
import { pushSubscriptions } from '#features/notices/push/server/tables.ts'
import type { TestPortal } from '../portal.ts'
import { listenAs, type Ear } from './ear.ts'
import { picture } from './inputs.ts'
import { signIn } from './procedures.ts'
import { openPushService, type Pushed } from './pushes.ts'

type Way = 'cookie' | 'token'

/** Every way in which somebody reads what happens in a room. */
export interface Channels {
  names: string[]
  /** How each of them stands when asked with a session's cookie or an access token: open, hidden, unknown, or held back until they have a second factor. */
  closed: (way: Way) => Promise<string[]>
  /** Their browser at /live, and that of somebody who stays. */
  ear: Ear
  witness: Ear
  /** What was pushed to the browser whose cookie is asked with. */
  pushed: Pushed[]
  email: string
  tokenId: string
  taskId: string
  /** A post, a comment and a task for everybody in the room; the id of the task. */
  somethingHappens: () => Promise<string>
  /** Ids of all that happened so. */
  made: Set<string>
  /** A request of a second browser of theirs. */
  asElsewhere: (path: string, request: RequestInit) => Promise<unknown>
  close: () => Promise<void>
}

/** Each time all channels are opened it is on another computer: one alone would ask for more than it may in a minute. */
let computers = 0

/** Opens all channels of somebody who is in a room; `inside` is somebody who stays there. */
export async function openChannels(
  portal: TestPortal,
  { who, room, inside }: { who: PersonKey; room: GroupKey; inside: PersonKey },
): Promise<Channels> {
  const from = { 'x-forwarded-for': `10.7.0.${++computers}` }
  const groupId = portal.group(room)
  const colleague = await portal.as(inside)
  const file = await colleague.writing.addAttachment({ query: { name: 'Plan.png' }, body: picture('A plan') })
  const post = await colleague.feed.add({ groupId, text: 'In the room', attachmentIds: [file.id] })
  const task = await colleague.tasks.create({ groupId, title: 'In the room', responsibleId: portal.person(who) })
  const { items: before } = await colleague.tasks.list({ group: groupId })
  await portal.settled()

  const [here, elsewhere] = [await signIn(portal, who), await signIn(portal, who)]
  const asElsewhere = async (path: string, request: RequestInit): Promise<Record<string, string>> => {
    const headers = {
      ...from,
      cookie: elsewhere.cookie,
      ...(request.body ? { 'content-type': 'application/json' } : {}),
    }
    const answer = await fetch(`${portal.url}/api/v1${path}`, { ...request, headers })
    if (!answer.ok) throw new Error(`${path} was refused: ${await answer.text()}`)
    return (await answer.json()) as Record<string, string>
  }
  const token = await asElsewhere('/tokens', { method: 'POST', body: JSON.stringify({ name: 'A program' }) })
  const me = await asElsewhere('/me', {})
  const service = await openPushService(portal)
  const browser = service.newBrowser()
  await fetch(`${portal.url}/api/v1/me/push`, {
    method: 'POST',
    headers: { ...from, cookie: here.cookie, 'content-type': 'application/json' },
    body: JSON.stringify(browser.subscription),
  })

  /** What each channel asks for, and the id that its answer holds while it is open. */
  const asked: Record<string, { path: string; holds?: string; body?: object }> = {
    'the list of posts': { path: '/api/v1/posts?limit=200', holds: post.id },
    'the search in posts': { path: '/api/v1/feed/search?words=room', holds: post.id },
    'the list of tasks': { path: '/api/v1/tasks?limit=200', holds: before[0]?.id ?? '' },
    'the list of groups': { path: '/api/v1/groups?mine=true', holds: groupId },
    'the group': { path: `/api/v1/groups/${groupId}` },
    'its members': { path: `/api/v1/groups/${groupId}/members` },
    'the posts of the group': { path: `/api/v1/posts?group=${groupId}`, holds: post.id },
    'a post': { path: `/api/v1/posts/${post.id}` },
    'a task': { path: `/api/v1/tasks/${task.id}` },
    'a post as our pages ask': { path: '/rpc/feed/get', body: { json: { id: post.id } } },
    'a file of a post': { path: `/api/v1/attachments/${file.id}` },
    'the preview of a file of a post': { path: `/api/v1/attachments/${file.id}/preview` },
    'comments of a post': { path: `/api/v1/posts/${post.id}/comments` },
    'comments of a task': { path: `/api/v1/comments?threadId=${task.id}` },
    'who can see a post': { path: `/api/v1/who-can-see/post/${post.id}` },
    'the photo of a companion': { path: `/api/v1/people/${portal.person(inside)}/photo` },
  }
  // Colleagues see each other without a room, and records are given to people from outside.
  if ((await here.context.whoIs())?.kind === 'employee') delete asked['the photo of a companion']
  else {
    const record = await colleague.exports.ofGroup({ id: groupId, personId: portal.person(who) })
    await portal.settled()
    asked['the record of the group'] = { path: `/api/v1/exports/${record.id}/file` }
  }

  const stateOf = async (
    way: Way,
    { path, holds, body }: { path: string; holds?: string; body?: object },
  ): Promise<string> => {
    const headers: Record<string, string> = {
      ...from,
      ...(way === 'cookie' ? { cookie: here.cookie } : { authorization: `Bearer ${token.token}` }),
    }
    if (body) headers['content-type'] = 'application/json'
    const answer = await fetch(portal.url + path, {
      headers,
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    })
    const text = Buffer.from(await answer.arrayBuffer()).toString('latin1')
    if (answer.status === 401) return 'unknown'
    if (answer.status === 404) return 'hidden'
    if (answer.status === 403 && text.includes('SECOND_FACTOR_NEEDED')) return 'held back'
    if (answer.status !== 200) return `${answer.status} ${text}`
    return holds === undefined || text.includes(holds) ? 'open' : 'hidden'
  }

  const made = new Set<string>()
  const [ear, witness] = [
    await listenAs(portal, here.cookie),
    await listenAs(portal, (await signIn(portal, inside)).cookie),
  ]
  return {
    names: Object.keys(asked),
    closed: async (way) =>
      Promise.all(Object.entries(asked).map(async ([name, one]) => `${name}: ${await stateOf(way, one)}`)),
    ear,
    witness,
    pushed: browser.pushed,
    email: me.email ?? '',
    tokenId: token.id ?? '',
    taskId: task.id,
    made,
    async somethingHappens() {
      const another = await colleague.feed.add({ groupId, text: 'Something new' })
      await colleague.comments.add({ threadId: another.id, text: 'Something to it' })
      await colleague.comments.add({ threadId: task.id, text: 'Something to it' })
      const { id } = await colleague.tasks.create({
        groupId,
        title: 'Something new',
        responsibleId: portal.person(inside),
      })
      for (const one of [another.id, post.id, task.id, id]) made.add(one)
      return id
    },
    asElsewhere,
    async close() {
      // Before its service is gone: what nobody takes would be tried again.
      await portal.keep((tx) => tx.delete(pushSubscriptions))
      await service.close()
      ear.close()
      witness.close()
    },
  }
}
