import { profileFields, profileValues } from '../../server/tables.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** The fields of the sample company, one of each kind of asking, with what somebody wrote. A portal that has fields of its own keeps to them. */
export async function seedFields(tx: Tx, people: Map<string, string>): Promise<void> {
  if ((await tx.select({ id: profileFields.id }).from(profileFields).limit(1)).length > 0) return
  for (const { by, ...field } of fields) {
    const [made] = await tx.insert(profileFields).values(field).returning({ id: profileFields.id })
    for (const [key, value] of Object.entries(by)) {
      const personId = people.get(key)
      if (made && personId) await tx.insert(profileValues).values({ fieldId: made.id, personId, value })
    }
  }
}

const fields: (typeof profileFields.$inferInsert & { by: Record<string, string> })[] = [
  {
    nameEn: 'Portfolio',
    nameRu: 'Портфолио',
    namePl: 'Portfolio',
    kind: 'link',
    askedOf: 'everyone',
    shownToExternalsAt: new Date(),
    by: { ewa: 'https://ewa.example/work', sofia: 'https://sofia.example', noel: 'https://noel.example' },
  },
  {
    nameEn: 'Shift',
    nameRu: 'Смена',
    namePl: 'Zmiana',
    kind: 'choice',
    choices: ['06–14', '14–22'],
    askedOf: 'employees',
    by: { wiktor: '06–14', kasia: '14–22' },
  },
  {
    nameEn: 'Site pass until',
    nameRu: 'Пропуск на объект до',
    namePl: 'Przepustka na budowę do',
    kind: 'date',
    askedOf: 'externals',
    by: { kim: '2027-03-31', lena: '2027-01-31' },
  },
]

/** What the sample's fields are called, for taking them out again. */
export const sampleFields: string[] = fields.map(({ nameEn }) => nameEn ?? '')
