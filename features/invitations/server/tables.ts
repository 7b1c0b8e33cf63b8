import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core'
import { placed, shelved } from '#access/placing.ts'
import {
  added,
  changed,
  iAmAdministrator,
  iAmEmployee,
  managing,
  me,
  notArchived,
  seated,
  seen,
  staffOnly,
} from '#access/rules.ts'
import { people } from '#access/tables.ts'
import { groups } from '#features/groups/server/tables.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

const mine = (t: { invitedBy: AnyPgColumn; groupId: AnyPgColumn }) =>
  sql`${t.invitedBy} = ${me} and exists (select 1 from groups g where g.id = ${t.groupId})`

/**
 * Links into external groups (INV-2). One is kept as a hash, to be found by, and sealed with the portal's secret, to be copied again. The
 * keeper alone writes them, after it asked who may.
 */
export const roomLinks = pgTable(
  'room_links',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    ...placed(),
    groupId: uuid('group_id')
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    /** Whose right it stands on. */
    madeBy: uuid('made_by')
      .notNull()
      .references(() => people.id),
    /** What whoever comes by it is let in for, and their last day, as whoever made it said (INV-11). */
    purpose: text().notNull().default(''),
    accessUntil: date('access_until'),
    tokenHash: text('token_hash').notNull().unique(),
    sealed: text().notNull(),
    madeAt: moment('made_at').notNull().defaultNow(),
    expiresAt: moment('expires_at').notNull(),
    /** Renewed or switched off. */
    endedAt: moment('ended_at'),
  },
  (t) => [
    ...shelved(t),
    uniqueIndex('one open link of a person into a group')
      .on(t.groupId, t.madeBy)
      .where(sql`ended_at is null`),
    seen('seen by the team', sql`${iAmEmployee} and ${seated(t, 'view')}`),
    seen(
      'seen by whoever made it, as long as they see the group',
      sql`${t.madeBy} = ${me} and exists (select 1 from groups g where g.id = ${t.groupId})`,
    ),
  ],
)

/**
 * Invitations into external groups; without a group, to work here. One stands with the group's team; people from outside read
 * those that they sent themselves, and write none: what they send the keeper writes for them, because they may not know the team.
 * One to work here stands among its inviter's own things.
 */
export const invitations = pgTable(
  'invitations',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    ...placed(),
    groupId: uuid('group_id').references(() => groups.id, { onDelete: 'cascade' }),
    /** For comparing: an e-mail address, or a mobile number in E.164, which is never one. `address` is what people read. */
    email: text().notNull(),
    address: text().notNull(),
    company: text(),
    language: text({ enum: ['en', 'ru', 'pl'] }).notNull(),
    note: text().notNull().default(''),
    /** What they become in the group. */
    role: text({ enum: ['moderator', 'member'] })
      .notNull()
      .default('member'),
    /** The last day they are let in for, in the zone of the group; null is for as long as they stay. */
    accessUntil: date('access_until'),
    /** What they are let in for (INV-11). */
    purpose: text().notNull().default(''),
    /** Sent by a member who may not let anybody in by themselves: whoever comes waits in the lobby for a keeper's answer. */
    throughLobby: boolean('through_lobby').notNull().default(false),
    /** Whoever sent the last letter; their right is asked again when somebody comes. */
    invitedBy: uuid('invited_by')
      .notNull()
      .references(() => people.id),
    /** Of somebody who was added: who they are here already. Until they come through the letter nobody can sign in as them (INV-4). */
    personId: uuid('person_id').references(() => people.id),
    /** The link of a room that they came by; the letter shows that the address is theirs (INV-2). */
    linkId: uuid('link_id').references(() => roomLinks.id, { onDelete: 'cascade' }),
    /** What they are called, as far as somebody said. */
    name: text().notNull().default(''),
    /** What they do, as far as whoever invited said; stands in their profile when they come. */
    position: text().notNull().default(''),
    /** Which letter counts: each sending makes the one before worthless. */
    sending: integer().notNull().default(1),
    /** Null until the letter is written. */
    tokenHash: text('token_hash').unique(),
    /** Since when it waits for an administrator; until they approve no letter is written. */
    heldAt: moment('held_at'),
    /** The administrator who let the letter go; letters sent anew need nobody again. */
    approvedBy: uuid('approved_by').references(() => people.id),
    sentAt: moment('sent_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    withdrawnAt: moment('withdrawn_at'),
    acceptedAt: moment('accepted_at'),
    acceptedBy: uuid('accepted_by').references(() => people.id),
    /** What became of it once somebody came: in the group, waiting in the lobby, or turned away. */
    outcome: text({ enum: ['joined', 'asked', 'declined'] }),
  },
  (t) => [
    ...shelved(t),
    uniqueIndex('one open invitation into a group')
      .on(t.groupId, t.email, t.invitedBy)
      .where(sql`group_id is not null and link_id is null and accepted_at is null and withdrawn_at is null`),
    uniqueIndex('one open letter of a link to an address')
      .on(t.linkId, t.email)
      .where(sql`link_id is not null and accepted_at is null and withdrawn_at is null`),
    uniqueIndex('one open invitation to work here')
      .on(t.email)
      .where(sql`group_id is null and accepted_at is null and withdrawn_at is null`),
    index('invitations_open')
      .on(t.id)
      .where(sql`accepted_at is null and withdrawn_at is null`),
    index().on(t.groupId, t.invitedBy),
    index('invitations_by_link')
      .on(t.linkId)
      .where(sql`link_id is not null`),
    index('invitations_added')
      .on(t.personId)
      .where(sql`person_id is not null`),
    seen('seen by the team', sql`${iAmEmployee} and ${seated(t, 'view')}`),
    seen('seen by whoever sent it, as long as they see the group', mine(t)),
    seen('all are listed for administrators', iAmAdministrator),
    added(
      'added by members who work here, into groups open to externals',
      sql`${iAmEmployee} and ${seated(t, 'view')} and ${notArchived(t.spaceId)} and ${t.invitedBy} = ${me} and ${t.personId} is null and ${t.linkId} is null and exists (select 1 from groups g where g.id = ${t.groupId} and g.space_id = ${t.spaceId} and g.external_since is not null) and (${managing(t.spaceId)} or ${t.role} = 'member' and (${t.throughLobby} or exists (select 1 from groups g where g.id = ${t.groupId} and g.who_invites = 'members')))`,
    ),
    changed(
      'changed by owner and moderators, and by whoever sent it',
      sql`${t.groupId} is not null and ${iAmEmployee} and ${notArchived(t.spaceId)} and case when ${managing(t.spaceId)} then true else ${t.role} = 'member' and ${mine(t)} end`,
      [
        t.role,
        t.accessUntil,
        t.purpose,
        t.throughLobby,
        t.company,
        t.name,
        t.position,
        t.language,
        t.note,
        t.invitedBy,
        t.sending,
        t.tokenHash,
        t.heldAt,
        t.sentAt,
        t.expiresAt,
        t.withdrawnAt,
      ],
    ),
  ],
)

/**
 * The portal's rules about inviting people from outside (INV-9): one row, from the first change on; before that the defaults hold.
 * Which domains stand there nobody from outside reads.
 */
export const invitationRules = pgTable(
  'invitation_rules',
  {
    id: integer().primaryKey().default(1),
    externals: boolean().notNull().default(true),
    whoInvites: text('who_invites', { enum: ['group', 'employees', 'administrators'] })
      .notNull()
      .default('group'),
    ordinaryMembersInvite: text('ordinary_members_invite', { enum: ['lobby', 'refuse'] })
      .notNull()
      .default('lobby'),
    /** Whether people are invited by mobile number; rules about domains say nothing of those. */
    phones: boolean().notNull().default(true),
    allowedDomains: text('allowed_domains')
      .array()
      .notNull()
      .default(sql`'{}'`),
    deniedDomains: text('denied_domains')
      .array()
      .notNull()
      .default(sql`'{}'`),
    dailyLimit: integer('daily_limit').default(500),
    days: integer().notNull().default(10),
    approval: boolean().notNull().default(false),
    /** Whoever invites says what for. */
    purpose: boolean().notNull().default(false),
    /** Whoever invites says until when, at most so many days ahead; null asks for nothing. */
    mostDays: integer('most_days'),
  },
  (t) => [
    check('there is one set of rules', sql`${t.id} = 1`),
    staffOnly(),
    seen('seen by employees, who meet them when they invite', iAmEmployee),
    added('written down by administrators', iAmAdministrator),
    changed('changed by administrators', iAmAdministrator, [
      t.externals,
      t.whoInvites,
      t.ordinaryMembersInvite,
      t.phones,
      t.allowedDomains,
      t.deniedDomains,
      t.dailyLimit,
      t.days,
      t.approval,
      t.purpose,
      t.mostDays,
    ]),
  ],
)

/** Who sent an invitation's letter when: what the daily limit counts. Kept for some days, never changed. */
export const sendings = pgTable(
  'sendings',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    sentAt: moment('sent_at').notNull().defaultNow(),
  },
  (t) => [
    index().on(t.personId, t.sentAt),
    index().on(t.sentAt),
    seen('seen by whoever sent', sql`${t.personId} = ${me}`),
    added('noted by whoever sends', sql`${t.personId} = ${me}`),
  ],
)
