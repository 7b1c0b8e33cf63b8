import { companies } from './companies.ts'
import { departments } from './departments.ts'
import { documents } from './documents.ts'
import { externals } from './externals.ts'
import { drafts } from './drafts.ts'
import { groups } from './groups.ts'
import { invitations } from './invitations.ts'
import { studioPeople } from './people-studio.ts'
import { worksPeople } from './people-works.ts'
import { addressedPosts } from './posts-addressed.ts'
import { acmePosts } from './posts-acme.ts'
import { almatyPosts } from './posts-almaty.ts'
import { carriersPosts } from './posts-carriers.ts'
import { everyonePosts } from './posts-everyone.ts'
import { heronPosts } from './posts-heron.ts'
import { libraryPosts } from './posts-library.ts'
import { requests } from './requests.ts'
import { suppliersPosts } from './posts-suppliers.ts'
import { workshopPosts } from './posts-workshop.ts'
import type { Sample } from './shape.ts'
import { acmeTasks } from './tasks-acme.ts'
import { carriersTasks } from './tasks-carriers.ts'
import { internalTasks } from './tasks-internal.ts'
import { personalTasks } from './tasks-personal.ts'
import { suppliersTasks } from './tasks-suppliers.ts'

/**
 * Orlanta, the company that the demo, the screenshots, the docs and the tests know: it designs and fits out offices,
 * clinics and shops from Warsaw, Almaty and Dublin. Times in it count back from the moment of seeding.
 */
export const sample: Sample = {
  name: 'Orlanta',
  departments,
  companies,
  people: [...studioPeople, ...worksPeople, ...externals],
  groups,
  posts: [
    ...everyonePosts,
    ...workshopPosts,
    ...almatyPosts,
    ...libraryPosts,
    ...heronPosts,
    ...acmePosts,
    ...carriersPosts,
    ...suppliersPosts,
    ...addressedPosts,
  ].map((post) => ({ ...post, document: documents[post.key] })),
  drafts,
  tasks: [...acmeTasks, ...carriersTasks, ...suppliersTasks, ...internalTasks, ...personalTasks],
  invitations,
  requests,
}
