import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { assignProfile } from '../companies/server/keeper.ts'
import { companiesRoutes } from '../companies/server/routes.ts'
import { departmentsRoutes } from '../departments/server/routes.ts'
import { peopleContract } from '../contract.ts'
import { fieldsRoutes } from '../fields/server/routes.ts'
import { movingRoutes } from '../moving/server/routes.ts'
import { presenceRoutes } from '../presence/server/routes.ts'
import { listEverybody } from './administration.ts'
import { rightsOf, searchedFor, standingOf } from './keeper.ts'
import { changePhoto, openPhoto, setPhoto } from './photos.ts'
import { getPerson, listPeople } from './queries.ts'

const asked = implement(peopleContract).$context<RequestContext>()
const people = asked.use(signedIn())
// One's own profile and photo, for those in the lobby too: the rules show them nobody else's.
const lobby = asked.use(signedIn('lobby'))
const administrators = asked.use(signedIn('administrators'))

export const peopleRoutes = {
  list: people.list.handler(({ input, context: { tx, me } }) => listPeople(tx, me, input)),
  get: lobby.get.handler(async ({ input, context: { tx, me, platform } }) => ({
    ...(await getPerson(tx, me, input.id)),
    ...(me.administrator ? { rights: await rightsOf(platform.database, input.id) } : {}),
  })),
  photo: lobby.photo.handler(({ input, context: { tx, platform } }) =>
    openPhoto(tx, platform.files, input.id, input.v),
  ),
  setPhoto: lobby.setPhoto.handler(({ input, context: { tx, me, platform } }) =>
    setPhoto(tx, platform.files, me, input.photo),
  ),
  removePhoto: lobby.removePhoto.handler(({ context: { tx, me } }) => changePhoto(tx, me, null)),
  administration: administrators.administration.handler(async ({ input, context: { tx, platform } }) => {
    const few = await searchedFor(platform.database, input.search)
    const { items, next } = await listEverybody(tx, { ...input, few })
    const standing = await standingOf(
      platform.database,
      items.map(({ id }) => id),
    )
    return {
      items: items.map((item) => ({ ...item, lastSeenAt: null, administrator: false, ...standing.get(item.id) })),
      next,
    }
  }),
  change: administrators.change.handler(async ({ input, context: { tx, me, platform } }) => {
    await assignProfile(platform.database, me, input)
    return getPerson(tx, me, input.id)
  }),
  companies: companiesRoutes,
  departments: departmentsRoutes,
  fields: fieldsRoutes,
  presence: presenceRoutes,
  ...movingRoutes,
}
