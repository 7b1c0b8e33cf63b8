import { and, count, eq, gt, isNull, like, lt, or } from 'drizzle-orm'
import { newCode, plainCode } from '#access/codes.ts'
import { readerOf, write } from '#access/reaching.ts'
import { hashed } from '#access/sessions.ts'
import { phoneCodes, phoneNumbers } from '#access/phones.ts'
import { challenges, emailChanges, proofs, sessions, signIns, tries } from '#access/sign-in-tables.ts'
import { people } from '#access/tables.ts'
import { portalFace } from '#features/portal/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Job } from '#platform/job.ts'
import { parseAddress } from '#platform/mail/addresses.ts'
import { lettersAtOnce } from '#platform/mail/mail.ts'
import { messageIn } from '../phone/server/messages.ts'
import { codeLetterIn, proofLetterIn, securityLetterIn, type ProofKind, type SecurityChange } from './letters.ts'
import { sessionsOf } from './slots.ts'

/** Nobody fills another's mailbox: so many letters in so many milliseconds, then no more for a while. */
const mostLetters = 5
const inTime = 900_000

/** Writes to whoever asked for a link, if they are somebody here. The link is made only now: no secret waits in the queue. */
export const proofLetter: Job<{ kind: ProofKind; email: string; sealedTo: string | null }> = {
  name: 'account.proof-letter',
  async run({ kind, email, sealedTo }, platform) {
    const to = parseAddress(email)
    const known = await asKeeper(platform.database, (tx) => personHere(tx, email))
    if (!to || !known || known.recent >= mostLetters) return
    const sessions = sessionsOf(platform)
    const token = await (kind === 'link' ? sessions.linkFor(email) : sessions.resetFor(email))
    if (!token) return
    const face = await asKeeper(platform.database, portalFace)
    const url = new URL(`/sign-in/${kind}/${token}`, platform.settings.url)
    if (sealedTo) url.searchParams.set('to', await sessions.unseal(sealedTo))
    const written = proofLetterIn(known.language, { kind, name: known.name, portal: face, url })
    await platform.mail.send({ to, name: known.name, ...written })
  },
}

/** Writes a code to somebody who is to show that it is them and has nothing else to show it by. Made only now, too. */
export const codeLetter: Job<{ personId: string; sessionId: string }> = {
  name: 'account.code-letter',
  async run({ personId, sessionId }, platform) {
    const code = newCode(2)
    const written = await asKeeper(platform.database, async (tx) => {
      const [known] = await tx
        .select({ name: people.name, language: people.language, email: signIns.email, number: phoneNumbers.number })
        .from(sessions)
        .innerJoin(signIns, eq(signIns.id, sessions.userId))
        .innerJoin(people, eq(people.id, signIns.id))
        .leftJoin(phoneNumbers, eq(phoneNumbers.personId, people.id))
        .where(and(eq(sessions.id, sessionId), eq(people.id, personId), isNull(people.dismissedAt)))
      const codes = and(eq(challenges.purpose, 'letter'), eq(challenges.sessionId, sessionId))
      const [sent] = await tx.select({ recent: count() }).from(challenges).where(codes)
      if (!known || (sent?.recent ?? 0) >= mostLetters) return null
      const expiresAt = new Date(Date.now() + inTime)
      await tx.delete(challenges).where(lt(challenges.expiresAt, new Date()))
      await tx
        .insert(challenges)
        .values({ purpose: 'letter', sessionId, hash: hashed(`${sessionId} ${plainCode(code)}`), expiresAt })
      return { known, face: await portalFace(tx) }
    })
    if (!written) return
    const { known, face } = written
    const to = parseAddress(known.email)
    if (!to && known.number)
      await platform.sms.send({
        to: known.number,
        text: messageIn(known.language, 'proof', { code, portal: face.name }),
      })
    if (!to) return
    const letter = codeLetterIn(known.language, { name: known.name, portal: face, code })
    await platform.mail.send({ to, name: known.name, ...letter })
  },
}

/** Tells somebody, and nobody else, that the ways into their account have changed: whoever did not want that hears of it by this. */
export const securityLetter: Job<SecurityChange & { personId: string }> = {
  name: 'account.security-letter',
  atOnce: lettersAtOnce,
  async run({ personId, ...change }, platform) {
    const [reader, portal] = await asKeeper(
      platform.database,
      async (tx) => [await readerOf(tx, personId), await portalFace(tx)] as const,
    )
    if (!reader || reader.dismissedAt) return
    const url = new URL('/settings/security', platform.settings.url)
    await write(platform, reader, securityLetterIn(reader.language, { ...change, reader, portal, url }))
  },
}

async function personHere(tx: Tx, email: string) {
  const [known] = await tx
    .select({ id: people.id, name: people.name, language: people.language })
    .from(signIns)
    .innerJoin(people, eq(people.id, signIns.id))
    .where(and(eq(signIns.email, email), isNull(people.dismissedAt)))
  if (!known) return null
  // A proof of a link names the address, one of a reset the person.
  const theirs = or(eq(proofs.value, known.id), like(proofs.value, `%${JSON.stringify(email)}%`))
  const lately = gt(proofs.createdAt, new Date(Date.now() - inTime))
  const [sent] = await tx.select({ recent: count() }).from(proofs).where(and(theirs, lately))
  return { ...known, recent: sent?.recent ?? 0 }
}

/** Takes away what has run out: questions that nobody answered, counts of wrong tries, changes of address that nobody confirmed. */
export const clearAway: Job = {
  name: 'account.clear-away',
  cron: '17 * * * *',
  async run(_data, platform) {
    const now = new Date()
    await asKeeper(platform.database, async (tx) => {
      await tx.delete(challenges).where(lt(challenges.expiresAt, now))
      await tx.delete(phoneCodes).where(lt(phoneCodes.expiresAt, now))
      await tx.delete(emailChanges).where(lt(emailChanges.expiresAt, now))
      await tx.delete(sessions).where(lt(sessions.expiresAt, now))
      await tx.delete(tries).where(lt(tries.since, new Date(now.getTime() - 86_400_000)))
    })
  },
}
