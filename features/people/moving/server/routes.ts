import { implement } from '@orpc/server'
import { freshlySignedIn, signedIn, type RequestContext } from '#access/procedures.ts'
import { movingContract } from '../contract.ts'
import {
  changeRights,
  dismissPerson,
  freeTheirAddress,
  handOverWork,
  movePerson,
  previewDismissal,
  rehirePerson,
  undoLastMove,
} from './keeper.ts'
import { previewMove, previewUndo } from './preview/keeper.ts'
import { listMoves } from './queries.ts'
import { endAdministrator, makeAdministrator, resetSecondFactor } from './rights.ts'

const asked = implement(movingContract).$context<RequestContext>()
const administrators = asked.use(signedIn('administrators'))
/** Whoever opens the company to somebody, or closes it, shows first that it is them. */
const proved = asked.use(freshlySignedIn('administrators'))

export const movingRoutes = {
  previewMove: administrators.previewMove.handler(({ input, context: { me, tx, platform } }) =>
    previewMove(platform.database, tx, me, input),
  ),
  move: proved.move.handler(async ({ input, context: { me, platform } }) => {
    await movePerson(platform.database, me, input)
    return {}
  }),
  previewUndoMove: administrators.previewUndoMove.handler(({ input, context: { me, tx, platform } }) =>
    previewUndo(platform.database, tx, me, input.id),
  ),
  undoMove: proved.undoMove.handler(async ({ input, context: { me, platform } }) => {
    await undoLastMove(platform.database, me, input.id)
    return {}
  }),
  moves: administrators.moves.handler(({ input, context: { tx } }) => listMoves(tx, input.id)),
  previewDismissal: administrators.previewDismissal.handler(({ input, context: { tx, platform } }) =>
    previewDismissal(platform.database, tx, input.id),
  ),
  dismiss: proved.dismiss.handler(async ({ input, context: { me, platform } }) => {
    await dismissPerson(platform.database, me, input)
    return {}
  }),
  rehire: proved.rehire.handler(async ({ input, context: { me, platform } }) => {
    await rehirePerson(platform.database, me, input)
    return {}
  }),
  makeAdministrator: proved.makeAdministrator.handler(async ({ input, context: { me, platform } }) => {
    await changeRights(platform, me, input.id, makeAdministrator)
    return {}
  }),
  endAdministrator: proved.endAdministrator.handler(async ({ input, context: { me, platform } }) => {
    await changeRights(platform, me, input.id, endAdministrator)
    return {}
  }),
  resetSecondFactor: proved.resetSecondFactor.handler(async ({ input, context: { me, platform } }) => {
    await changeRights(platform, me, input.id, resetSecondFactor)
    return {}
  }),
  freeAddress: proved.freeAddress.handler(async ({ input, context: { me, platform } }) => {
    await freeTheirAddress(platform.database, me, input.id)
    return {}
  }),
  handOver: proved.handOver.handler(async ({ input, context: { me, platform } }) => {
    await handOverWork(platform.database, me, input)
    return {}
  }),
}
