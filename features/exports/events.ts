import { z } from 'zod'
import { kind } from '#events/kind.ts'

/** A record or a copy is ready, or could not be made. Told among the things of whom it is for. */
export const exportEnded = kind('exports.ended', 'export', z.object({}))
