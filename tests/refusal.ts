/** What a refused call says: its code and status; `done` when it was not refused. */
export const refusal = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: unknown) => `${(error as { code: string }).code} ${(error as { status: number }).status}`,
  )

/** The code of a refused call alone; `done` when it was not refused. */
export const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: unknown) => String((error as { code?: string }).code),
  )

/** The code of PostgreSQL, when it refused a statement (42501 by a rule); `done` when it did not. */
export const ruleCodeOf = (statement: Promise<unknown>): Promise<string> =>
  statement.then(
    () => 'done',
    (error: unknown) => String((error as { cause?: { code?: string } }).cause?.code),
  )
