import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { added, changed, iAmAdministrator, me, removed, seen } from './rules.ts'
import { people } from './tables.ts'

const id = () =>
  uuid()
    .primaryKey()
    .default(sql`uuidv7()`)
const moment = (name: string) => timestamp(name, { withTimezone: true })

/** How a person signs in. The id is the person's; the address is the one they prove. The keeper's alone (columns as better-auth wants them). */
export const signIns = pgTable(
  'sign_ins',
  {
    id: uuid()
      .primaryKey()
      .references(() => people.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    email: text().notNull().unique(),
    emailVerified: boolean('email_verified').notNull().default(false),
    image: text(),
    /** When they last asked for anything, to within some minutes; administrators see it, and whoever answers for them. */
    lastSeenAt: moment('last_seen_at'),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  // By when they were here: who never came was here longest ago.
  (t) => [index('sign_ins_seen').on(sql`coalesce(${t.lastSeenAt}, '-infinity'::timestamptz)`, t.id)],
).enableRLS()

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
    /** When a second factor was shown in it. Without one the session of somebody who has one lets nobody in. */
    secondFactorAt: moment('second_factor_at'),
    /** When this browser last asked for anything, to within some minutes. */
    lastUsedAt: moment('last_used_at').notNull().defaultNow(),
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

/** What a browser was asked to show, once and soon: a code from a letter, the answer of a passkey. It ends with the session. The keeper's alone. */
export const challenges = pgTable(
  'challenges',
  {
    id: id(),
    purpose: text({ enum: ['letter', 'passkey', 'newPasskey'] }).notNull(),
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

const ofPerson = () =>
  uuid('person_id')
    .notNull()
    .references(() => people.id, { onDelete: 'cascade' })

/** The codes of six digits that an app on somebody's phone makes; in force once a first one was right. The keeper's alone. */
export const secondFactors = pgTable('second_factors', {
  personId: ofPerson().primaryKey(),
  /** Sealed with the portal's secret: reading the database makes no codes. */
  secret: text().notNull(),
  confirmedAt: moment('confirmed_at'),
  /** The half minute of the last code that was right; neither it nor an earlier one is taken again. */
  lastStep: bigint('last_step', { mode: 'number' }).notNull().default(0),
}).enableRLS()

/** What to come in with when the phone is gone; each works once and is taken away with it. The keeper's alone. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  { id: id(), personId: ofPerson(), hash: text().notNull() },
  (t) => [index().on(t.personId)],
).enableRLS()

/** Keys kept by somebody's phone, computer or stick (WebAuthn). Here stands only the public half. The keeper's alone. */
export const passkeys = pgTable(
  'passkeys',
  {
    id: id(),
    personId: ofPerson(),
    name: text().notNull(),
    credentialId: text('credential_id').notNull().unique(),
    publicKey: text('public_key').notNull(),
    counter: bigint({ mode: 'number' }).notNull(),
    transports: text().array().notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    lastUsedAt: moment('last_used_at'),
  },
  (t) => [index().on(t.personId)],
).enableRLS()

/** A new address that somebody wants to have, until they open the letter to it. One for each person. The keeper's alone. */
export const emailChanges = pgTable('email_changes', {
  personId: ofPerson().primaryKey(),
  email: text().notNull(),
  hash: text().notNull().unique(),
  expiresAt: moment('expires_at').notNull(),
}).enableRLS()

/** From whom the portal asks for a second factor, and since when. One row, or none. */
export const signInRules = pgTable(
  'sign_in_rules',
  {
    id: integer().primaryKey().default(1),
    employeesSince: moment('employees_since'),
    externalsSince: moment('externals_since'),
  },
  (t) => [
    check('there is one set of rules', sql`${t.id} = 1`),
    seen('seen by everyone signed in', sql`${me} is not null`),
    added('set by administrators', iAmAdministrator),
    changed('changed by administrators', iAmAdministrator, [t.employeesSince, t.externalsSince]),
  ],
)

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
