/** What a refused call says: its code and status; `done` when it was not refused. */
export const refusal = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: unknown) => `${(error as { code: string }).code} ${(error as { status: number }).status}`,
  )
