import type { Task } from '../contract.ts'

/** How near a deadline is: what the list is parted by. */
export type Nearness = 'overdue' | 'today' | 'week' | 'later' | 'none'

const day = 86_400_000

/** How near the deadline of a task is now; days are those of the person's zone. */
export function nearnessOf(deadline: Date | null, now: Date, timeZone: string): Nearness {
  if (!deadline) return 'none'
  if (deadline < now) return 'overdue'
  const dayOf = new Intl.DateTimeFormat('en-CA', { timeZone })
  if (dayOf.format(deadline) === dayOf.format(now)) return 'today'
  return deadline.getTime() < now.getTime() + 7 * day ? 'week' : 'later'
}

/** Tasks in the order given, parted where the nearness of their deadline changes. */
export function partedByNearness(
  tasks: readonly Task[],
  now: Date,
  timeZone: string,
): { nearness: Nearness; tasks: Task[] }[] {
  const parts: { nearness: Nearness; tasks: Task[] }[] = []
  for (const task of tasks) {
    const nearness = nearnessOf(task.deadline, now, timeZone)
    const last = parts.at(-1)
    if (last?.nearness === nearness) last.tasks.push(task)
    else parts.push({ nearness, tasks: [task] })
  }
  return parts
}
