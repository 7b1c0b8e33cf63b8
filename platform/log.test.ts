import { expect, test } from 'vitest'
import { openLog } from './log.ts'

function logged(write: (log: ReturnType<typeof openLog>) => void): string {
  let said = ''
  write(openLog('info', { write: (line: string) => (said += line) }))
  return said
}

test('secrets are taken out at any depth, and the line stays JSON', () => {
  const said = logged((log) =>
    log.info(
      {
        req: { headers: { cookie: 's=hunter2', Authorization: 'Bearer hunter2', 'set-cookie': ['a=hunter2', 'b'] } },
        body: { newPassword: 'hunter2" and more hunter2', code: 'hunter2', portal: 'Acme' },
        deep: { deeper: { deepest: { resetToken: 'hunter2' } } },
      },
      'body was {"password":"hunter2\\" x","portal":"Acme"}',
    ),
  )
  expect(said).not.toContain('hunter2')
  expect(said.match(/Acme/g)).toHaveLength(2)
  expect(JSON.parse(said)).toMatchObject({ level: 'info', body: { portal: 'Acme' } })
})

test.each([
  'GET /join/hunter2',
  'GET /mute/hunter2',
  'POST /api/v1/mute-links/hunter2',
  'GET /sign-in/email/hunter2',
  'GET /join/hunter2?language=pl',
  'GET /api/v1/x?token=hunter2&a=1',
  'GET /reset-password/hunter2',
  'Authorization: Bearer hunter2',
  'postgres://loggia:hunter2@db/loggia',
])('a secret in an address is taken out: %s', (text) => {
  const said = logged((log) => log.info({ url: text }, text))
  expect(said).not.toContain('hunter2')
  expect(said.match(/\[hidden\]/g)).toHaveLength(2)
})

test('an error keeps its code', () => {
  const said = logged((log) => log.error(Object.assign(new Error('no'), { code: '23505' })))
  expect(JSON.parse(said)).toMatchObject({ err: { code: '23505' } })
})
