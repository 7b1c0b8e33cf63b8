import { createContext, use, type ComponentType, type ReactNode } from 'react'
import type { Hearing } from './hearing.ts'
import type { ShownPerson } from './controls/person.ts'
import type { Me } from './me.ts'
import type { Label, Language } from './words/catalogue.ts'

/** Whom something is open to at all, the lobby too or not; the server's gate (`me.sections`) decides on top of it. */
export type OpenTo = 'lobby' | 'everyone' | 'employees' | 'externals' | 'administrators'

/** An icon of @tabler/icons-react. */
export type Icon = ComponentType<{
  size?: number | string
  stroke?: number | string
  className?: string | undefined
  'aria-hidden'?: boolean
}>

/** What every page gets: the words of its path (`/tasks/$id` gives `{ id }`). What stands in the query is read with `useInUrl`. */
export interface PageProps {
  params: Readonly<Record<string, string>>
}

/** A page of a section; `page` is a `React.lazy` component. */
export interface SectionPage {
  /** As TanStack Router spells it: `/tasks`, `/groups/$groupId/$`. */
  path: string
  page: ComponentType<PageProps>
  openTo?: OpenTo
}

/** A record (task, post, person) that opens over the present page as well as on a page of its own. */
export interface SectionRecord extends SectionPage {
  /** What the slide-over is called for screen readers: "Task". */
  label: Label
}

/** An entry of the left menu. */
export interface MenuEntry {
  label: Label
  /** What it is called for people from outside, where that differs: People are their Contacts. */
  labelForExternals?: Label
  icon: Icon
  path: string
  /** Entries stand in this order; the first four (or five) also stand in the bar of a phone. */
  order: number
  /** Drawn at the end of the entry: a number of what waits. `React.lazy`. */
  badge?: ComponentType
}

/** A page under Settings: a person's own, or the portal's. */
export interface SettingsPage extends MenuEntry {
  of: 'person' | 'portal'
  page: ComponentType<PageProps>
  openTo?: OpenTo
  /** A list that takes all the room there is; other pages are read or filled in. */
  wide?: boolean
  /** Draws its entry in the list of settings, or nothing: for a page that is of use only to some of those to whom it is open. */
  listedIf?: ComponentType<{ children: ReactNode }>
}

/** Something that can be made from anywhere; the form opens in a slide-over. */
export interface NewAction {
  label: Label
  icon: Icon
  order: number
  openTo?: OpenTo
  /** `React.lazy`; calls `close` when it is done or given up. */
  form: ComponentType<{ close: () => void }>
}

/** How the settings of a group speak of a tool that it can switch off. */
export interface GroupTool {
  /** As the server calls it: tabs of tools that the person does not see in a group are not drawn. */
  name: string
  /** Who adds something, who changes it: “Who posts”. */
  adders: Label
  changers: Label
  /** How much stands in it: “12 posts”. */
  things: (language: Language, n: number) => string
}

/** A tool inside a group, drawn by the groups feature as a tab of the group's page. */
export interface GroupTab {
  label: Label
  order: number
  /** The last word of its address: `/groups/$groupId/tasks`; the tab with `''` is the group's first page. */
  path: string
  component: ComponentType<GroupTabProps>
  tool?: GroupTool
}

/** What a tool inside a group is told about the group. */
export interface GroupTabProps {
  groupId: string
  groupName: string
  external: boolean
  /** True when the person is among the group's owner and moderators. */
  manages: boolean
  /** True when the group lets the person add colleagues. */
  addsColleagues: boolean
  /** True when it is read and no more. */
  archived: boolean
}

/** What a section adds to the member list of a group: above the members (an order below 0) what waits for an answer, below them people invited and not yet there. */
export interface GroupMembersPart {
  order: number
  component: ComponentType<GroupTabProps>
}

/** A part of a group's settings for whoever owns it: its record. */
export type GroupSettingsPart = ComponentType<{ groupId: string; external: boolean }>

/** What stands in a closed group for an employee who found it and is not in it: the way to ask. */
export type GroupDoorstep = ComponentType<{ groupId: string }>

/** What a person from outside finds who is in no group. */
export interface Lobby {
  page: ComponentType
  /** Drawn all the while; when the person was let in it leads them there, and calls `leave`. */
  arrival: ComponentType<{ leave: () => void }>
}

/** A button in the head of a group's page: "Invite". */
export interface GroupAction {
  label: Label
  icon: Icon
  order: number
  openTo?: OpenTo
  /** False where it would refuse; left out, it always stands there. */
  show?: (group: GroupTabProps) => boolean
  /** `React.lazy`; shown in a slide-over. */
  form: ComponentType<{ group: GroupTabProps; close: () => void }>
}

/** A part of a person's profile, drawn by the people feature: their groups, their tasks. */
export interface PersonPart {
  label: Label
  order: number
  /** Only on the profiles of people from outside, for those who work here. */
  ofExternals?: boolean
  /** Only on the profiles of those who work here, for their colleagues. */
  ofColleagues?: boolean
  component: ComponentType<{ personId: string }>
}

/** What one does with a person from wherever they stand by name: write to them. Draws its button, or nothing where that would be refused. */
export type PersonAct = ComponentType<{
  person: ShownPerson
  /** Whoever else stands there, so that it is asked once for all of them. */
  among: readonly string[]
  /** An icon alone: in a row of a list. */
  small?: boolean
}>

/** A part of a company's page, drawn by the people feature: the groups its people are in. */
export interface CompanyPart {
  label: Label
  component: ComponentType<{ companyId: string }>
}

/** One answer of the search palette. */
export interface Found {
  id: string
  name: string
  /** Stands beside it: the company of an external. */
  beside?: string
  /** The group in which it stands. */
  group?: { name: string; external: boolean }
  path: string
  /** True opens it over the present page. */
  record?: boolean
  /** Marks people from outside, and groups with people from outside. */
  external?: 'person' | 'group'
}

/** What a section adds to the search palette. */
export interface SearchSource {
  label: Label
  icon: Icon
  order: number
  find: (text: string) => Promise<Found[]>
}

/** An entry in the menu of a record of any feature: "Who can see this". `open` is shown in a slide-over. */
export interface RecordAction {
  label: Label
  icon: Icon
  order: number
  openTo?: OpenTo
  /** `React.lazy`; `kind` is the singular of the record: `task`, `post`, `group`. */
  open: ComponentType<{ kind: string; id: string; close: () => void }>
}

/** How the feed says something that happened in a feature: by the kind of its event. */
export interface FeedEntryKind {
  icon: Icon
  /** Stands beside the name of whoever did it; where people came, above their names. */
  says: (language: Language, n: number) => string
  /** The address of one of the things that it names. */
  path?: (id: string) => string
}

/** All that a feature gives to the screen. The shell, search and the New menu are drawn from the list of these. */
export interface WebSection {
  /** The feature's name, as in its folder, its query keys and `me.sections`. */
  name: string
  openTo: OpenTo
  menu?: MenuEntry
  pages?: readonly SectionPage[]
  records?: readonly SectionRecord[]
  /** Shown without signing in and without the shell: sign-in, join, set-up. */
  publicPages?: readonly SectionPage[]
  settings?: readonly SettingsPage[]
  /** Further entries of the menu behind one's own face; `path` may use `$me` for one's own id. */
  userMenu?: readonly MenuEntry[]
  newActions?: readonly NewAction[]
  groupTab?: GroupTab
  groupMembersPart?: GroupMembersPart
  /** Drawn beside the word Members in the tabs of a group: a number of what waits there. `React.lazy`. */
  groupMembersBadge?: ComponentType<GroupTabProps>
  groupSettingsPart?: GroupSettingsPart
  /** Drawn above the tools of a group for whoever is in it, where there is something to say: a record that they were given. `React.lazy`. */
  groupNote?: ComponentType<{ groupId: string }>
  groupDoorstep?: GroupDoorstep
  lobby?: Lobby
  groupActions?: readonly GroupAction[]
  personPart?: PersonPart
  /** `React.lazy`. */
  personAct?: PersonAct
  companyPart?: CompanyPart
  recordActions?: readonly RecordAction[]
  /** Items of the menu of any record that act at once: follow it, mute it. `React.lazy`; `kind` as for `RecordAction`. */
  recordItems?: ComponentType<{ kind: string; id: string }>
  search?: SearchSource
  /** What of it stands in the feed, by the kind of event: `tasks.created`. */
  feedEntries?: Readonly<Record<string, FeedEntryKind>>
  /** Other features whose events change what this one shows: the feed counts comments, so `['comments']`. */
  refreshedBy?: readonly string[]
  /** What of it is asked again when something is heard, where that is less than everything. */
  hearing?: Hearing
  /** Drawn at the end of a group's entry in the left menu: a number of what is new there. `React.lazy`. */
  groupMenuBadge?: ComponentType<{ groupId: string }>
  /** Drawn below the sections in the left menu: the person's groups. */
  menuExtra?: ComponentType<{ folded: boolean }>
  /** Always there and mostly not seen: a question that any page can lead to. */
  beside?: ComponentType
  /** Stands in the place of the whole portal for somebody who has to show a second factor first; calls `letGo` when they have. `React.lazy`. */
  heldBack?: ComponentType<{ letGo: () => void }>
  /** Drawn in the top bar before the person's face: notifications. */
  topBar?: ComponentType
}

/** Whether something open to `openTo` is open to this person. In the lobby only what says so. */
export function isOpenTo(openTo: OpenTo | undefined, me: Pick<Me, 'kind' | 'administrator' | 'waiting'>): boolean {
  // Their own access is theirs to read in the lobby too.
  if (openTo === 'externals') return me.kind === 'external'
  if (me.waiting) return openTo === 'lobby'
  if (openTo === 'administrators') return me.administrator
  if (openTo === 'employees') return me.kind === 'employee'
  return true
}

/**
 * The sections this person has: named in their `me` answer and open to their kind. What is not allowed is not drawn. Of a section
 * that the lobby has not, its settings may be open there all the same: one's own profile.
 */
export function sectionsOf(all: readonly WebSection[], me: Me): WebSection[] {
  const has = ({ name, openTo }: WebSection) => me.sections.includes(name) && isOpenTo(openTo, me)
  const inLobby = ({ settings }: WebSection) =>
    me.waiting && settings?.some(({ openTo }) => openTo === 'lobby' || openTo === 'externals')
  return all.filter((section) => has(section) || inLobby(section))
}

const SectionsContext = createContext<readonly WebSection[]>([])

/** Gives the sections of the signed-in person to everything inside it. */
export const SectionsProvider = SectionsContext.Provider

/** The sections of the signed-in person: the group page draws its tabs from it, a profile its parts. */
export function useSections(): readonly WebSection[] {
  return use(SectionsContext)
}
