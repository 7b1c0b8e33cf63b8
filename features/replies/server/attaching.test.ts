import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uploads } from '#features/writing/attachments/server/tables.ts'
import type { Comment } from '#features/comments/contract.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { picture } from '#tests/rules/inputs.ts'
import { replyAddressFor } from './addresses.ts'
import { lettersIn } from './tables.ts'

describe('what is attached to a letter that comes back', () => {
  let portal: TestPortal
  let threadId: string
  let transport: ReturnType<typeof createTransport>
  beforeAll(async () => {
    portal = await openTestPortal({ MAIL_IN: 'smtp://127.0.0.1:0?domain=in.orlanta.example', LOGGIA_LARGEST_FILE: '1' })
    transport = createTransport({ host: '127.0.0.1', port: portal.mailPort ?? 0, ignoreTLS: true })
    const { feed } = await portal.as('liam')
    threadId = (await feed.add({ groupId: portal.group('acme'), text: 'Send me the drawings, please.' })).id
    await portal.settled()
  })
  afterAll(async () => {
    transport.close()
    await portal.close()
  })

  const post = async (mail: SendMailOptions, who: 'kim' | 'omar' = 'kim') => {
    const about = { threadId, personId: portal.person(who) }
    const to = (await portal.keep((tx) => replyAddressFor(tx, portal.platform, about)))?.text ?? ''
    const from = `${who}@acme.example`
    await transport.sendMail({ from, envelope: { from, to }, to, subject: 'Re: drawings', ...mail })
    await portal.settled()
    const { items } = await (await portal.as('liam')).comments.list({ threadId, order: 'newest', limit: 1 })
    return items[0]
  }
  const names = (comment?: Comment) => comment?.attachments.map(({ name }) => name)
  const content = async (id = '') => {
    const { body } = (await (await portal.as('liam')).writing.attachment({ id })) as { body: File }
    return body.text()
  }
  const left = () => readdir(join(portal.folder, 'files', 'incoming'))
  const kept = async () => (await readdir(join(portal.folder, 'files', 'kept', 'attachments')).catch(() => [])).length

  it('stands at the comment as it was, whatever it is: nothing in it is opened', async () => {
    const inner = `From: eve@evil.example\r\nSubject: y\r\n\r\nNot mine`
    const png = Buffer.from(await picture('a stair').arrayBuffer())
    const said = await post({
      text: 'See the plan.',
      attachments: [
        { filename: '../../..\\plan\r\n of\u202eit.pdf', content: 'one' },
        { filename: 'old.eml', contentType: 'message/rfc822', contentDisposition: 'inline', content: inner },
        { filename: 'winmail.dat', contentType: 'application/ms-tnef', content: 'two' },
        { filename: 'many.zip', contentType: 'application/zip', content: Buffer.from('PK\x03\x04 and no more') },
        { filename: 'лестница.png', content: png },
        { filename: 'signature.asc', contentType: 'application/pgp-signature', content: 'x' },
      ],
    })
    expect(said?.text).toBe('See the plan.')
    expect(names(said)).toEqual(['plan ofit.pdf', 'old.eml', 'winmail.dat', 'many.zip', 'лестница.png'])
    expect(await content(said?.attachments[0]?.id)).toBe('one')
    expect((await content(said?.attachments[1]?.id)).trim()).toBe(inner)
    expect(said?.attachments.map(({ picture: drawn }) => drawn !== null)).toEqual([false, false, false, false, true])
    expect(await left()).toEqual([])
  })

  it('is an answer without a word too', async () => {
    const quoted = 'On Mon, 23 Nov 2026 at 10:00 Liam <liam@orlanta.example> wrote:\n> Send me'
    const said = await post({ text: quoted, attachments: [{ filename: 'a.pdf', content: 'a' }] })
    expect(said).toMatchObject({ text: '', author: { name: 'Kim Lee' }, attachments: [{ name: 'a.pdf' }] })
  })

  it('what is too large, empty or one too many is named in the comment, and all else is taken', async () => {
    const small = Array.from({ length: 20 }, (_, at) => ({ filename: `${at}.txt`, content: String(at) }))
    const said = await post({
      text: 'All of it.',
      attachments: [
        { filename: 'large.bin', content: Buffer.alloc(1_200_000) },
        { filename: 'nothing.txt', content: Buffer.alloc(0) },
        ...small,
      ],
    })
    expect(names(said)).toEqual(small.slice(0, 18).map(({ filename }) => filename))
    expect(said?.text).toMatch(
      /^All of it\.\n\n\(4 files .*: large\.bin \(1\.2 MB\), nothing\.txt \(1 kB\), 18\.txt \(1 kB\), 19\.txt/,
    )
    expect(await left()).toEqual([])
  })

  it('is kept nowhere when the letter is refused', async () => {
    const before = [await portal.keep((tx) => tx.$count(uploads)), await kept()]
    await (await portal.as('ruth')).groups.removeMember({ id: portal.group('acme'), personId: portal.person('omar') })
    await portal.settled()
    const about = { threadId, personId: portal.person('omar') }
    // Made after they left.
    expect(await portal.keep((tx) => replyAddressFor(tx, portal.platform, about))).not.toBeNull()
    await post({ text: 'Late', attachments: [{ filename: 'late.pdf', content: 'x' }] }, 'omar')
    expect((await portal.keep((tx) => tx.select().from(lettersIn).orderBy(lettersIn.id))).at(-1)?.refusal).toBe(
      'noRight',
    )
    // And where whoever reads may say nothing.
    const liam = await portal.freshly('liam')
    await liam.groups.archive({ id: portal.group('acme') })
    await post({ text: 'Too late', attachments: [{ filename: 'late.pdf', content: 'y' }] })
    expect((await portal.keep((tx) => tx.select().from(lettersIn).orderBy(lettersIn.id))).at(-1)?.refusal).toBe(
      'noRight',
    )
    await liam.groups.reopen({ id: portal.group('acme') })
    await post({ from: 'eve@evil.example', text: 'x', attachments: [{ filename: 'b.pdf', content: 'b' }] })
    expect([await portal.keep((tx) => tx.$count(uploads)), await kept()]).toEqual(before)
    expect(await left()).toEqual([])
  })
})
