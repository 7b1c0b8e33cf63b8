import type { DefaultError, QueryKey, UseQueryOptions } from '@tanstack/react-query'
import type { Face } from '../face.ts'
import type { Me } from '../me.ts'

/** The two things that the shell itself asks the server. */
export interface PortalQueries {
  me: UseQueryOptions<Me, DefaultError, Me, QueryKey>
  face: UseQueryOptions<Face, DefaultError, Face, QueryKey>
}
