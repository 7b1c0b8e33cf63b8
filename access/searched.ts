import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'

/** A company's name as it is compared: without case, doubled blanks and other ways to write the same letters. */
export const comparableName = (name: SQLWrapper): SQL =>
  sql`lower(normalize(btrim(regexp_replace(${name}, '\\s+', ' ', 'g')), NFKC))`

/** The words of a text as they are searched for: without case, parted by blanks and dashes. Each is found by how it begins: `@@ 'word':*`. */
export const wordsIn = (text: SQLWrapper): SQL =>
  sql`array_to_tsvector(array_remove(string_to_array(lower(translate(${text}, '-', ' ')), ' '), ''))`

/** What of a person themselves is searched for. */
export const personWords = (t: { name: SQLWrapper; position: SQLWrapper }): SQL =>
  wordsIn(sql`${t.name} || ' ' || ${t.position}`)
