import type { Badge } from '#features/feed/appreciations/contract.ts'
import type { EventAnswer } from '#features/feed/calendar-events/contract.ts'
import type { Doc } from '#features/writing/contract.ts'
import type {
  CompanyKey,
  DepartmentKey,
  EmployeeKey,
  ExternalGroupKey,
  InternalGroupKey,
  PersonKey,
  ExternalKey,
  GroupKey,
} from './cast.ts'

type SampleLanguage = 'en' | 'ru' | 'pl'

interface Somebody {
  name: string
  position: string
  language: SampleLanguage
  /** IANA name. */
  timeZone: string
  about: string
}

/** Somebody who works in the sample company. */
export interface SampleEmployee extends Somebody {
  key: EmployeeKey
  kind: 'employee'
  email: string
  department: DepartmentKey
  /** Null for the managing director only. */
  manager: EmployeeKey | null
  /** Set for the System administrator only. */
  administrator?: true
}

/** Somebody from outside, with an address or with a mobile number alone (INV-2). */
export type SampleExternal = Somebody & {
  key: ExternalKey
  kind: 'external'
  company: CompanyKey
} & ({ email: string; number?: never } | { number: string; email?: never })

/** Somebody in the sample company's portal. */
export type SamplePerson = SampleEmployee | SampleExternal

/** A department and its place in the structure. */
export interface SampleDepartment {
  key: DepartmentKey
  name: string
  head: EmployeeKey
  /** Null at the top of the structure. */
  parent: DepartmentKey | null
}

/** A company that the sample company works with. */
export interface SampleCompany {
  key: CompanyKey
  name: string
  /** What it does for the sample company, for employees to read. */
  about: string
  domain: string
}

interface AnyGroup {
  name: string
  description: string
  kind: 'workgroup' | 'project'
  createdDaysAgo: number
  /** Projects only. Days from today; negative is in the past. */
  startsInDays?: number
  /** Projects only. Days from today. */
  endsInDays?: number
  owner: EmployeeKey
  moderators: EmployeeKey[]
}

/** A group of employees. */
interface SampleInternalGroup extends AnyGroup {
  key: InternalGroupKey
  external: false
  visibility: 'open' | 'closed' | 'secret'
  /** Everybody else: without the owner and the moderators. */
  members: EmployeeKey[]
}

/** A group open to externals; it is never listed to those who are not in it. */
interface SampleExternalGroup extends AnyGroup {
  key: ExternalGroupKey
  external: true
  visibility: 'secret'
  /** How far the companies there are kept apart; not at all when it does not say. */
  isolation?: 'company'
  /** Everybody else, externals among them: without the owner and the moderators. */
  members: PersonKey[]
  /** People who were in the group, wrote there and are in it no more. */
  formerMembers?: PersonKey[]
}

/** A group of the sample company. */
export type SampleGroup = SampleInternalGroup | SampleExternalGroup

/** A file that stands at something. */
export interface SampleFile {
  name: string
  content: () => Promise<Uint8Array<ArrayBuffer>>
}

interface Comment<Author> {
  author: Author
  text: string
  files?: SampleFile[]
  /** Hours after what it is about was made. */
  hoursAfter: number
  reactions?: Reaction<Author>[]
  replies?: Comment<Author>[]
}

/** How somebody reacted, otherwise than by a like. */
interface Reaction<Author> {
  by: Author
  kind: 'like' | 'love' | 'laugh' | 'celebrate' | 'wow' | 'sad'
}

/** A question below a post, and who chose which of its options, by their places. */
interface Poll<Author> {
  question: string
  options: string[]
  several?: true
  anonymous?: true
  /** Days from today; negative is in the past. Without it the poll goes on. */
  endsInDays?: number
  votes: { by: Author; chose: number[] }[]
}

interface AnyPost<Author> {
  key: string
  author: Author
  text: string
  poll?: Poll<Author>
  /** What it looks like, with the keys of whom it mentions. */
  document?: Doc | undefined
  files?: SampleFile[]
  tags?: string[]
  /** Added to `hoursAgo`. */
  daysAgo?: number
  hoursAgo?: number
  likes?: Author[]
  reactions?: Reaction<Author>[]
  comments?: Comment<Author>[]
}

/** What stands in a post whose readers are asked to confirm that they read it. */
interface Announced<Author> {
  announcement?: { confirmedBy: Author[] }
}

/** What stands only where nobody from outside reads. */
interface AmongStaff extends Announced<EmployeeKey> {
  appreciation?: { badge: Badge; people: EmployeeKey[] }
  /** In whole days from today, and in hours of the day (UTC); without hours it is on whole days. */
  calendarEvent?: {
    title: string
    place: string
    inDays: number
    hours?: [from: number, to: number]
    lasts?: number
    answers: Partial<Record<EventAnswer, EmployeeKey[]>>
  }
}

/** Whom a post is addressed to that stands in no group. */
type Addressee =
  | { kind: 'everyone' }
  | { kind: 'department'; key: DepartmentKey }
  | { kind: 'group'; key: GroupKey; team?: boolean }
  | { kind: 'person'; key: PersonKey }

/** A post in a group: to all its members, or to its employees only; or to any mix of whom it is for. */
export type SamplePost =
  | (AnyPost<EmployeeKey> & AmongStaff & { group: InternalGroupKey; audience: 'everyone' })
  | (AnyPost<EmployeeKey> & AmongStaff & { group: ExternalGroupKey; audience: 'team' })
  | (AnyPost<PersonKey> & Announced<PersonKey> & { group: ExternalGroupKey; audience: 'everyone' })
  | (AnyPost<EmployeeKey> & AmongStaff & { to: Addressee[]; audience: 'everyone'; group?: never })
  | (AnyPost<PersonKey> & Announced<PersonKey> & { to: Addressee[]; audience: 'everyone'; group?: never })

interface AnyTask<Person> {
  key: string
  title: string
  description?: string
  creator: Person
  responsible: Person
  createdDaysAgo: number
  /** Days from today; negative is in the past. Without it the task has no deadline. */
  dueInDays?: number
  completedDaysAgo?: number
  comments?: Comment<Person>[]
}

/** A task in a group, or, with the group null, between two employees. */
export type SampleTask =
  | (AnyTask<EmployeeKey> & { group: null; audience: 'everyone' })
  | (AnyTask<EmployeeKey> & { group: InternalGroupKey; audience: 'everyone' })
  | (AnyTask<EmployeeKey> & { group: ExternalGroupKey; audience: 'team' })
  | (AnyTask<PersonKey> & { group: ExternalGroupKey; audience: 'everyone' })

/** Somebody who was asked into an external group and has not come yet. */
export interface SampleInvitation {
  key: string
  group: ExternalGroupKey
  email: string
  company: CompanyKey
  invitedBy: EmployeeKey
  daysAgo: number
  language: SampleLanguage
  /** A personal word, put into the letter. */
  note?: string
}

/** Somebody who asks to be a member of a group. */
export interface SampleRequest {
  key: string
  group: GroupKey
  person: PersonKey
  /** Of somebody from outside: the member who invited them and may not let them in alone. */
  invitedBy?: EmployeeKey
  daysAgo: number
}

/** A post that somebody has begun, and for whom. */
export interface SampleDraft {
  author: EmployeeKey
  to: EmployeeKey[]
  text: string
}

/** The whole sample company. */
export interface Sample {
  /** What the portal is called. */
  name: string
  departments: SampleDepartment[]
  people: SamplePerson[]
  companies: SampleCompany[]
  groups: SampleGroup[]
  posts: SamplePost[]
  drafts: SampleDraft[]
  tasks: SampleTask[]
  invitations: SampleInvitation[]
  requests: SampleRequest[]
}
