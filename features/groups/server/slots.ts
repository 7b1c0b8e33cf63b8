import type { Me } from '#access/signed-in.ts'
import type { Tool } from '#access/tools.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { ToolPreview } from '../tools/contract.ts'
import type { GroupRow } from './queries.ts'

/** `country` is of numbers that are typed without one, where the portal says it. */
export interface InvitedAtOnce {
  emails: string[]
  note?: string
  country?: string | undefined
}

type Inviting = (tx: Tx, me: Me, group: GroupRow, invitations: InvitedAtOnce) => Promise<void>

type LongestTerm = (tx: Tx) => Promise<number | null>

/** Those who hold an invitation that lets them in, or who may come by a link: whether there are any. */
type Expecting = (tx: Tx, groupId: string) => Promise<boolean>

/** Some of those who hold an invitation into a group, and how many they are. */
type Invited = (tx: Tx, groupId: string, most: number) => Promise<{ count: number; some: Comer[] }>

/** Somebody who comes, by name or by the address that was typed. */
export interface Comer {
  name: string
  company: string | null
}

type Counting = (tx: Tx, spaceId: string, tool: Tool) => Promise<Pick<ToolPreview, 'forAll' | 'forTeam'>>

/** Who invited somebody into a group, and what for. */
export interface Inviter {
  groupId: string
  by: string
  purpose: string
}

type Inviters = (tx: Tx, personId: string) => Promise<Inviter[]>

type Settling = (tx: Tx, going: { groupId: string; by: string }) => Promise<number>

const slot: {
  invite: Inviting | null
  longest: LongestTerm
  count: Counting | null
  expecting: Expecting
  invited: Invited
  settle: Settling
  inviters: Inviters
} = {
  invite: null,
  longest: () => Promise.resolve(null),
  count: null,
  expecting: () => Promise.resolve(false),
  invited: () => Promise.resolve({ count: 0, some: [] }),
  settle: () => Promise.resolve(0),
  inviters: () => Promise.resolve([]),
}

/** Filled by `app` with how invitations are made: that room comes after this one and may not be known here. */
export function fillInviting(invite: Inviting): void {
  slot.invite = invite
}

/** Filled by `app` with how much stands in a tool of a space, and what is said below it. */
export function fillCounting(count: Counting): void {
  slot.count = count
}

/** How much stands in a tool of a space. For the keeper. */
export const countStanding: Counting = async (...args) => {
  if (!slot.count) throw new Error('Nothing fills the slot for counting what stands in a tool.')
  return slot.count(...args)
}

/** Invites the people named while a group is created. */
export const inviteOnCreation: Inviting = async (...args) => {
  if (!slot.invite) throw new Error('Nothing fills the slot for invitations.')
  await slot.invite(...args)
}

/** Filled by `app` with the portal's rule about last days, which stands with invitations. */
export function fillLongestTerm(longest: LongestTerm): void {
  slot.longest = longest
}

/** For how many days people from outside are let in at most; null is for as long as one likes. As an employee, or as the keeper. */
export const longestTerm: LongestTerm = (tx) => slot.longest(tx)

/** Filled by `app` with what becomes of people who are here because of one group alone, when that goes. */
export function fillSettling(settle: Settling): void {
  slot.settle = settle
}

/** Settles some of those people of a group that is being deleted, before its rows go; how many, until there are none. For the keeper. */
export const settleSome: Settling = (tx, going) => slot.settle(tx, going)

/** Filled by `app` with who is on their way into a group, which stands with invitations. */
export function fillExpected(expecting: Expecting, invited: Invited): void {
  slot.expecting = expecting
  slot.invited = invited
}

/** Whether somebody from outside is on their way into a group: a letter that lets them in, or a link. For the keeper. */
export const isExpected: Expecting = (tx, groupId) => slot.expecting(tx, groupId)

/** Who holds an invitation into a group. For the keeper. */
export const invitedInto: Invited = (tx, groupId, most) => slot.invited(tx, groupId, most)

/** Filled by `app` with who invited somebody: invitations come after this room. */
export function fillInviters(inviters: Inviters): void {
  slot.inviters = inviters
}

/** Through whom somebody from outside came into the groups that they are in; a group that they came into otherwise is missing. For the keeper. */
export const whoInvited: Inviters = (tx, personId) => slot.inviters(tx, personId)
