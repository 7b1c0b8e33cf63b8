/** The plain surfaces and lines of one colour scheme; everything that is text keeps 4.5:1 on all of its surfaces. */
export interface Tokens {
  /** What content stands on. */
  body: string
  /** The left menu and quiet panels. */
  surface: string
  /** A row under the pointer. */
  hover: string
  line: string
  /** Around what can be typed into: at least 3:1 on all surfaces and on the field's own ground. */
  edge: string
  text: string
  dimmed: string
  /** Names of people from outside. */
  external: string
  externalSoft: string
  /** Groups with people from outside. */
  externalGroup: string
  externalGroupSoft: string
  /** Who is online: a dot on a face, and the word for it. */
  online: string
  danger: string
}

/** Where colours end when they are darkened or lightened for contrast. */
export const ink = '#10151c'

/** The light scheme. */
export const light: Tokens = {
  body: '#ffffff',
  surface: '#f6f7f9',
  hover: '#eef0f4',
  line: '#dfe3e9',
  edge: '#7f8a99',
  text: '#1b2330',
  dimmed: '#5b6675',
  external: '#855600',
  externalSoft: '#fdf3dd',
  externalGroup: '#b03a00',
  externalGroupSoft: '#feeee4',
  online: '#1f7a3d',
  danger: '#b3261e',
}

/** The dark scheme. */
export const dark: Tokens = {
  body: '#171b21',
  surface: '#12151a',
  hover: '#232932',
  line: '#303844',
  edge: '#6b7787',
  text: '#dde3eb',
  dimmed: '#9ba7b6',
  external: '#f2b84b',
  externalSoft: '#3a2e14',
  externalGroup: '#ff9a5e',
  externalGroupSoft: '#41261a',
  online: '#5fd08a',
  danger: '#ff8a80',
}

/** Greys from light to dark, for the parts of Mantine that ask for them by number. */
export const greys = [
  '#f6f7f9',
  '#eef0f4',
  '#e4e8ed',
  '#dfe3e9',
  '#c8ced8',
  '#8a94a3',
  '#5b6675',
  '#465160',
  '#2f3845',
  '#1b2330',
] as const

/** The same for the dark scheme, from light to dark. */
export const darks = [
  '#dde3eb',
  '#c3ccd7',
  '#9ba7b6',
  '#8d99a8',
  '#303844',
  '#2a313b',
  '#20262e',
  '#171b21',
  '#12151a',
  '#0d1014',
] as const
