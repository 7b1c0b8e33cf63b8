import { and, eq, isNull, sql } from 'drizzle-orm'
import { companies, people, reaches } from '#access/tables.ts'
import { companyCalled, companyNamed } from '#features/people/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { parseAddress } from '#platform/mail/addresses.ts'

// Strangers share these domains, so they say nothing about a company.
const everybodys = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com icloud.com me.com mac.com aol.com
  proton.me protonmail.com pm.me gmx.com gmx.de gmx.net web.de t-online.de mail.com zoho.com fastmail.com tutanota.com hey.com
  mail.ru bk.ru list.ru inbox.ru internet.ru yandex.ru ya.ru yandex.com yandex.kz rambler.ru mail.kz
  wp.pl o2.pl onet.pl op.pl vp.pl interia.pl interia.eu poczta.onet.pl gazeta.pl tlen.pl
  orange.fr wanadoo.fr free.fr laposte.net seznam.cz qq.com 163.com 126.com naver.com`.split(/\s+/),
)

/** The one company whose people write from this domain; null where there is none, or more than one. Under the rules of whoever asks. */
export async function companyOfAddress(tx: Tx, email: string): Promise<{ id: string; name: string } | null> {
  const address = parseAddress(email.trim())
  if (!address || everybodys.has(address.domain)) return null
  const found = await tx
    .selectDistinct({ id: companies.id, name: companies.name })
    .from(reaches)
    .innerJoin(people, eq(people.id, reaches.personId))
    .innerJoin(companies, eq(companies.id, people.companyId))
    .where(
      and(
        eq(people.kind, 'external'),
        isNull(people.dismissedAt),
        sql`split_part(${reaches.email}, '@', 2) = ${address.domain}`,
      ),
    )
    .limit(2)
  return found.length === 1 ? (found[0] ?? null) : null
}

/** The company that a newcomer belongs to: the one named by the inviter, made if it is new, else the one of the address. For the keeper. */
export async function companyForNewcomer(
  tx: Tx,
  invitation: { company: string | null; email: string },
): Promise<string | undefined> {
  return invitation.company === null ? companyExpected(tx, invitation) : companyNamed(tx, invitation.company)
}

/** The same before they come; nothing where it is yet to be made. For the keeper. */
export async function companyExpected(
  tx: Tx,
  { company, email }: { company: string | null; email: string },
): Promise<string | undefined> {
  return company === null ? (await companyOfAddress(tx, email))?.id : companyCalled(tx, company)
}
