import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestPage } from '#tests/browser.ts'
import { until } from '#tests/rules/ear.ts'
import { openScene, type Scene } from './scene.ts'

/** Many browsers hear of every comment: each asks for what changed on its page, and for nothing else. */
describe('what a page asks for when something is heard', () => {
  let scene: Scene
  let liam: TestPage
  let asked: string[]
  let task: string
  let posts: { id: string; groupId: string }[]
  const calls = (name: string) => asked.filter((call) => call.startsWith(name))
  const card = (text: string) => liam.getByRole('article').filter({ hasText: text })

  beforeAll(async () => {
    scene = await openScene()
    const groupId = scene.portal.group('acme')
    const byKim = await scene.portal.as('kim')
    posts = []
    for (const text of ['Attic: floor plan', 'Attic: lamps', 'Attic: desks'])
      posts.push({ ...(await byKim.feed.add({ groupId, text })), groupId })
    const mine = { title: 'Order them', responsibleId: scene.portal.person('liam') }
    task = (await (await scene.portal.as('liam')).tasks.create(mine)).id
    await scene.portal.settled()
    liam = await scene.signedIn('liam', '/feed')
    await card('Attic: desks').waitFor()
    await scene.portal.settled()
    asked = []
    liam.on('request', (request) => {
      const { pathname } = new URL(request.url())
      if (pathname.startsWith('/rpc/')) asked.push(`${pathname.slice(5)} ${request.url()} ${request.postData() ?? ''}`)
    })
  })
  afterAll(() => scene.close())

  it('of a comment: that one post, wherever it stands, and the talk below that one', async () => {
    await card('Attic: lamps').getByRole('button', { name: 'Comment' }).click()
    await card('Attic: desks').getByRole('button', { name: 'Comment' }).click()
    await card('Attic: desks').getByRole('textbox', { name: 'Write a comment' }).waitFor()
    await until(() => calls('comments/conversation').length === 2, 'both talks')
    asked.length = 0
    const { id = '' } = posts[1] ?? {}
    await (await scene.portal.as('kim')).feed.addComment({ id, text: 'They are on their way' })
    await card('Attic: lamps').getByText('They are on their way').waitFor()
    await card('Attic: lamps').getByText('1 comment').waitFor()
    expect(calls('feed/items').every((call) => call.includes(id))).toBe(true)
    expect(calls('feed/items')).toHaveLength(1)
    expect(calls('comments/conversation')).toHaveLength(1)
  })

  it('of a comment on a task: nothing for the feed', async () => {
    asked.length = 0
    await (await scene.portal.as('liam')).tasks.comment({ id: task, text: 'Tomorrow' })
    await until(() => calls('tasks/count').length === 1, 'the number of tasks that wait')
    expect(calls('feed/items')).toEqual([])
    const { id = '' } = posts[0] ?? {}
    await (await scene.portal.as('kim')).feed.addComment({ id, text: 'It is drawn' })
    await card('Attic: floor plan').getByText('1 comment').waitFor()
    expect(calls('tasks/')).toHaveLength(1)
  })

  it('a post that rises is where it belongs, and one that is deleted is gone', async () => {
    const first = liam.getByRole('article').first()
    await first.getByText('Attic: floor plan').waitFor()
    const { id = '' } = posts[2] ?? {}
    await (await scene.portal.as('kim')).feed.remove({ id })
    await card('Attic: desks').waitFor({ state: 'detached' })
    expect(await card('Attic: lamps').count()).toBe(1)
  })
})
