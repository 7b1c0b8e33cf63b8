import { lazy } from 'react'

const room = () => import('#features/account/web/door.tsx')

/** What stands on the page behind a letter alone; everybody else who invites loads nothing of it. */
export const WaysIn = lazy(() => room().then((m) => ({ default: m.WaysIn })))

/** The same for a passkey. */
export const AddPasskey = lazy(() => room().then((m) => ({ default: m.AddPasskey })))
