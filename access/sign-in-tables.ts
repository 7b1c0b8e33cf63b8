import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { added, me, removed, seen } from './rules.ts'
import { people } from './tables.ts'

const id = () =>
  uuid()
    .primaryKey()
    .default(sql`uuidv7()`)
const moment = (name: string) => timestamp(name, { withTimezone: true })

/** How a person signs in. The id is the person's; the address is the one they prove. The keeper's alone (columns as better-auth wants them). */
export const signIns = pgTable('sign_ins', {
  id: uuid()
    .primaryKey()
    .references(() => people.id, { onDelete: 'cascade' }),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text(),
  /** When they last asked for anything, to within some minutes; administrators see it. */
  lastSeenAt: moment('last_seen_at'),
  createdAt: moment('created_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
}).enableRLS()

/** A browser that is signed in. The keeper's alone. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    userId: uuid('person_id')
      .notNull()
      .references(() => signIns.id, { onDelete: 'cascade' }),
    token: text().notNull().unique(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
    /** When somebody last showed in this browser that it is them; dangerous acts ask for it anew. */
    provedAt: moment('proved_at').notNull().defaultNow(),
  },
  (t) => [index().on(t.userId)],
).enableRLS()

/** A way to prove who one is: a password here, later an outside identity. The keeper's alone. */
export const credentials = pgTable(
  'credentials',
  {
    id: id(),
    userId: uuid('person_id')
      .notNull()
      .references(() => signIns.id, { onDelete: 'cascade' }),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    password: text(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: moment('access_token_expires_at'),
    refreshTokenExpiresAt: moment('refresh_token_expires_at'),
    scope: text(),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (t) => [index().on(t.userId)],
).enableRLS()

/** Short-lived proofs sent by letter: sign-in links, password resets. The keeper's alone. */
export const proofs = pgTable(
  'proofs',
  {
    id: id(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (t) => [index().on(t.identifier)],
).enableRLS()

/** What a browser was asked to show, once and soon: a code from a letter. It ends with the session. The keeper's alone. */
export const challenges = pgTable(
  'challenges',
  {
    id: id(),
    purpose: text({ enum: ['letter'] }).notNull(),
    sessionId: uuid('session_id').references(() => sessions.id, { onDelete: 'cascade' }),
    hash: text().notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (t) => [index().on(t.sessionId), index().on(t.expiresAt)],
).enableRLS()

/** How often somebody was wrong of late, by what was tried: the name of a secret and whose it is. The keeper's alone. */
export const tries = pgTable('tries', {
  what: text().primaryKey(),
  wrong: integer().notNull(),
  since: moment('since').notNull().defaultNow(),
}).enableRLS()

/** Personal access tokens: a program acting as the person, with the same rights. Only a hash is kept. */
export const tokens = pgTable(
  'tokens',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    hash: text().notNull().unique(),
    createdAt: moment('created_at').notNull().defaultNow(),
    lastUsedAt: moment('last_used_at'),
  },
  (t) => [
    index().on(t.personId),
    seen('seen by the person', sql`${t.personId} = ${me}`),
    added('made by the person', sql`${t.personId} = ${me}`),
    removed('ended by the person', sql`${t.personId} = ${me}`),
  ],
)
