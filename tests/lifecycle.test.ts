import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressOf } from '#app/cluster.ts'
import { startEmbedded, type Embedded } from '#platform/database/embedded.ts'
import { openLog } from '#platform/log.ts'
import { unzip } from './archive.ts'
import { listenAs, until } from './rules/ear.ts'
import { makeGivenDatabase } from './template.ts'
import { endAll, networkPorts, postmasterOn, readableByAll, runProgram, startProgram, type Running } from './running.ts'

const asks = {
  portal: 'Acme portal',
  name: 'Ada First',
  email: 'ada@example.com',
  password: 'a quiet first day',
}
const slow = 150_000

const like = (pattern: RegExp) => expect.stringMatching(pattern) as string

let place = ''
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'loggia-lifecycle-'))
})
afterAll(async () => {
  await endAll()
  await rm(place, { recursive: true, force: true })
})

const ask = (portal: { url: string }, path: string, body?: object, cookie = '') =>
  fetch(`${portal.url}/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })

const cookieOf = (answer: Response): string => answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''

/** The cookie of somebody who signs in; empty when they are not let in. */
async function signIn(portal: { url: string }, email: string, password: string): Promise<string> {
  const answer = await ask(portal, '/session', { email, password })
  return answer.status === 200 ? cookieOf(answer) : ''
}

/** Milliseconds in which a portal that is told to stop has stopped. */
const stopsWithin = 15_000

describe('a portal on a database of its own', () => {
  const data = () => join(place, 'own')
  const start = (env = {}) => startProgram({ LOGGIA_DATA: data(), ...env })
  const sampleState = async (cookie: string) =>
    (await (await ask(portal, '/portal/sample', undefined, cookie)).json()) as { state: string; done: number }
  let portal: Running
  let code = ''

  it(
    'starts on an empty folder, says the code, and is ready',
    async () => {
      portal = await start()
      code = /type this code: {2}(\S+)$/m.exec(portal.said())?.[1] ?? ''
      expect(code).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/)
      const ready = await fetch(`${portal.url}/readyz`)
      expect([ready.status, await ready.json()]).toEqual([200, { status: 'ok' }])
    },
    slow,
  )

  it('its PostgreSQL is on no network and not root, and its data closed to others', async () => {
    const postmaster = await postmasterOn(data())
    if (postmaster === null) throw new Error('No PostgreSQL runs.')
    expect(await readableByAll(data())).toEqual([])
    if (process.platform !== 'linux') return
    expect(await networkPorts(portal.pid)).toBeGreaterThan(0)
    expect(await networkPorts(postmaster)).toBe(0)
    expect(await readFile(`/proc/${postmaster}/status`, 'utf8')).not.toMatch(/^Uid:.*\b0\b/m)
  })

  it(
    'a second start on the same data says so in one sentence, leaves, and disturbs nobody',
    async () => {
      const second = await runProgram('start', { LOGGIA_DATA: data() })
      expect(second).toEqual({ code: 1, said: like(/^Loggia already runs on the data in .*\.\n$/) })
      expect((await fetch(`${portal.url}/readyz`)).status).toBe(200)
    },
    slow,
  )

  it(
    'is set up once with the code, with the sample company, and killed while that comes in',
    async () => {
      const answer = await ask(portal, '/setup', { ...asks, code, sample: true })
      expect(answer.status).toBe(200)
      expect((await ask(portal, '/setup', { ...asks, code })).status).toBe(404)
      const cookie = cookieOf(answer)
      await until(async () => (await sampleState(cookie)).done >= 2, 'half of the sample company', 60_000)
      await portal.end('SIGKILL')
      expect(await postmasterOn(data())).not.toBeNull()
    },
    slow,
  )

  it(
    'starts again by itself with what was there, and brings the sample company in again from the beginning',
    async () => {
      const left = await postmasterOn(data())
      portal = await start()
      expect(await postmasterOn(data())).toBe(left)
      expect(portal.said()).not.toContain('type this code')
      const cookie = await signIn(portal, asks.email, asks.password)
      expect((await ask(portal, '/me', undefined, cookie)).status).toBe(200)
      await until(async () => (await sampleState(cookie)).state === 'done', 'the whole sample company', 60_000)
      const { password } = (await (await ask(portal, '/portal/sample', undefined, cookie)).json()) as {
        password: string
      }
      expect(await signIn(portal, 'kim@acme.example', password)).not.toBe('')
    },
    slow,
  )

  /** What bin/db says of the people there, and bin/why of a post. */
  const asked = async () => {
    const env = { LOGGIA_DATA: data() }
    const kims = "(select count(*)::int from people k where k.name = 'Kim Lee') as kims"
    const known = await runProgram('db', env, [`select name, ${kims} from people where name = 'Ada First'`])
    const post = await runProgram('db', env, ['select id from posts order by id limit 1'])
    const id = /[0-9a-f-]{36}/.exec(post.said)?.[0] ?? ''
    const why = await runProgram('why', env, ['kim@acme.example', 'post', id])
    return [known.code, known.said, why.code, why.said]
  }
  const answers = () => [0, like(/'Ada First'\s*│ 1 /), 0, like(/^kim@acme.example (reads|cannot read) it/)]

  it('bin/db and bin/why answer beside it', async () => expect(await asked()).toEqual(answers()), slow)

  it(
    'a port that is taken is said in one sentence, and nothing is left running',
    async () => {
      const elsewhere = join(place, 'elsewhere')
      const taken = await runProgram('start', { LOGGIA_DATA: elsewhere, PORT: new URL(portal.url).port })
      expect(taken).toEqual({
        code: 1,
        said: like(/^Port \d+ is taken by another program\. Choose another one with PORT\.\n$/),
      })
      expect(await postmasterOn(elsewhere)).toBeNull()
    },
    slow,
  )

  it(
    'Ctrl-C stops all of it cleanly, and bin/db and bin/why still answer and leave nothing behind',
    async () => {
      const { code: ended, after } = await portal.end('SIGINT')
      expect([ended, after < stopsWithin]).toEqual([0, true])
      expect(await postmasterOn(data())).toBeNull()
      expect(await asked()).toEqual(answers())
      expect(await postmasterOn(data())).toBeNull()
    },
    slow,
  )

  it.each([
    [{ PORT: 'banana' }, /^PORT must be .*\.\n$/],
    [{ LOGGIA_ADMIN_NAME: 'Ada' }, /^To set up without the set-up page, also give .*\.\n$/],
    [
      {
        LOGGIA_PORTAL_NAME: 'A',
        LOGGIA_ADMIN_NAME: 'A',
        LOGGIA_ADMIN_EMAIL: 'a@b.example',
        LOGGIA_ADMIN_PASSWORD: '123456789',
      },
      /^LOGGIA_ADMIN_PASSWORD must have at least 10 characters\.\n$/,
    ],
    [{ DATABASE_URL: 'postgres://loggia:secret@127.0.0.1:1/loggia' }, /^DATABASE_URL must lead to (?!.*secret).*\.\n$/],
  ])(
    'a wrong setting is told in one sentence: %o',
    async (env, sentence) => {
      const wrong = join(place, 'wrong')
      const said = await runProgram('start', { LOGGIA_DATA: wrong, ...env })
      expect(said).toEqual({ code: 1, said: like(sentence) })
      expect(await postmasterOn(wrong)).toBeNull()
    },
    slow,
  )

  it('a tool that finds no portal says so', async () => {
    const said = await runProgram('db', { LOGGIA_DATA: join(place, 'nothing') }, ['select 1'])
    expect(said).toEqual({ code: 1, said: like(/^There is no portal in .*\.\n$/) })
  })
})

describe('a portal that shows itself', () => {
  it(
    'LOGGIA_DEMO=1 says whom to sign in as, at every start; a record that a kill broke off is made whole by the next (GRP-11)',
    async () => {
      const env = { LOGGIA_DATA: join(place, 'demo'), LOGGIA_DEMO: '1' }
      const passwordOf = ({ said }: Running) => /with the password {2}(\S+)$/m.exec(said())?.[1] ?? ''
      const first = await startProgram(env)
      const password = passwordOf(first)
      expect(first.said()).toContain('anna@orlanta.example')
      expect(await signIn(first, 'anna@orlanta.example', password)).not.toBe('')
      const cookie = await signIn(first, 'liam@orlanta.example', password)
      await runProgram('db', env, [
        `insert into posts (space_id, audience_id, group_id, author_id, text) select p.space_id, p.audience_id, p.group_id, p.author_id, 'Again'
         from (select * from posts where group_id = (select id from groups where name like 'Acme headquarters%') limit 1) p, generate_series(1, 3000)`,
      ])
      const { items } = (await (await ask(first, '/groups?mine=true&search=Acme', undefined, cookie)).json()) as {
        items: { id: string }[]
      }
      const { id } = (await (await ask(first, `/groups/${items[0]?.id}/record`, {}, cookie)).json()) as { id: string }
      const halfWritten = async (): Promise<string[]> =>
        readdir(join(env.LOGGIA_DATA, 'files/incoming')).catch(() => [])
      await until(async () => (await halfWritten()).length > 0, 'a record that is being written', 30_000)
      await first.end('SIGKILL')
      expect(await halfWritten()).toHaveLength(1)

      const second = await startProgram(env)
      expect(passwordOf(second)).toBe(password)
      expect(await signIn(second, 'kim@acme.example', password)).not.toBe('')
      const made = async () =>
        (await (await ask(second, `/exports/${id}`, undefined, cookie)).json()) as { percent: number }
      await until(async () => (await made()).percent === 100, 'the whole record', 60_000)
      expect(await halfWritten()).toEqual([])
      const files = await unzip(await (await ask(second, `/exports/${id}/file`, undefined, cookie)).blob())
      const posts = [...files].filter(([name]) => /^data\/posts-\d+\.json$/.test(name))
      expect(
        posts
          .flatMap(([, content]) => (JSON.parse(content) as { items: { text: string }[] }).items)
          .filter(({ text }) => text === 'Again'),
      ).toHaveLength(3000)
      const stopped = await second.end('SIGTERM')
      expect([stopped.code, stopped.after < stopsWithin]).toEqual([0, true])
      expect(await postmasterOn(env.LOGGIA_DATA)).toBeNull()
    },
    slow,
  )
})

describe('portals on a PostgreSQL of the company', () => {
  let server: Embedded
  let address = ''
  const env = () => ({
    DATABASE_URL: address,
    LOGGIA_PORTAL_NAME: asks.portal,
    LOGGIA_ADMIN_NAME: asks.name,
    LOGGIA_ADMIN_EMAIL: asks.email,
    LOGGIA_ADMIN_PASSWORD: asks.password,
  })
  beforeAll(async () => {
    server = await startEmbedded({ folder: join(place, 'server'), log: openLog('silent'), fsync: false })
    address = await makeGivenDatabase(addressOf(server.connection))
  }, slow)
  afterAll(() => server.stop())

  it(
    'two start at once on an empty one, without a superuser: it is set up once, and both serve',
    async () => {
      const both = await Promise.all(
        ['one', 'two'].map((name) => startProgram({ ...env(), LOGGIA_DATA: join(place, name) })),
      )
      const [one, two] = both
      if (!one || !two) throw new Error('There are not two.')
      expect(both.filter(({ said }) => said().includes('The portal is set up.'))).toHaveLength(1)

      const cookie = await signIn(one, asks.email, asks.password)
      const ear = await listenAs(two, cookie)
      const made = await ask(
        one,
        '/groups',
        { name: 'Both', kind: 'workgroup', visibility: 'open', external: false },
        cookie,
      )
      const group = (await made.json()) as { id: string }
      const post = (await (await ask(one, '/posts', { groupId: group.id, text: 'Heard?' }, cookie)).json()) as {
        id: string
      }
      await ear.hears(({ about }) => about?.id === post.id)
      expect(await (await ask(two, `/posts/${post.id}`, undefined, cookie)).json()).toMatchObject({ text: 'Heard?' })
      ear.close()

      expect((await one.end('SIGINT')).code).toBe(0)
      expect((await fetch(`${two.url}/readyz`)).status).toBe(200)
      expect((await two.end('SIGTERM')).code).toBe(0)
    },
    slow,
  )

  it(
    'later starts with other answers change nothing',
    async () => {
      const other = { LOGGIA_ADMIN_EMAIL: 'eve@example.com', LOGGIA_ADMIN_PASSWORD: 'another first day' }
      const again = await startProgram({ ...env(), ...other, LOGGIA_DATA: join(place, 'one') })
      expect(again.said()).not.toContain('set up')
      expect(await signIn(again, asks.email, asks.password)).not.toBe('')
      expect(await signIn(again, other.LOGGIA_ADMIN_EMAIL, other.LOGGIA_ADMIN_PASSWORD)).toBe('')
      expect((await again.end('SIGINT')).code).toBe(0)
    },
    slow,
  )
})
