/** Employees of the sample company, by the short key that tests and data use. */
export type EmployeeKey =
  | 'anna'
  | 'arman'
  | 'asel'
  | 'ben'
  | 'boris'
  | 'celine'
  | 'dmitri'
  | 'ewa'
  | 'fiona'
  | 'gita'
  | 'hana'
  | 'helena'
  | 'igor'
  | 'jakub'
  | 'joanna'
  | 'kasia'
  | 'liam'
  | 'madina'
  | 'marek'
  | 'michal'
  | 'nora'
  | 'oleg'
  | 'paula'
  | 'rustam'
  | 'ruth'
  | 'sean'
  | 'stefan'
  | 'tomasz'
  | 'wiktor'
  | 'zofia'

/** People from outside, by key. */
export type ExternalKey =
  'aigerim' | 'daniyar' | 'ingrid' | 'kim' | 'lena' | 'marta' | 'noel' | 'omar' | 'piotr' | 'sofia' | 'timur' | 'yusuf'

/** Anybody of the sample company. */
export type PersonKey = EmployeeKey | ExternalKey

/** Departments of the sample company. */
export type DepartmentKey = 'delivery' | 'design' | 'management' | 'office' | 'sales' | 'workshop'

/** The counterparty companies that externals belong to. */
export type CompanyKey = 'acme' | 'aqtas' | 'beta' | 'bench' | 'gamma'

/** Groups that only employees are in. */
export type InternalGroupKey = 'almaty' | 'everyone' | 'heron' | 'library' | 'workshop'

/** Groups that are open to externals. */
export type ExternalGroupKey = 'acme' | 'carriers' | 'suppliers'

/** Any group of the sample company. */
export type GroupKey = InternalGroupKey | ExternalGroupKey
