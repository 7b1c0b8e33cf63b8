import { ORPCError } from '@orpc/client'
import { account } from '../../web/api.ts'
import type { NewPasskey, PasskeyAnswer } from '../contract.ts'

// Loaded when somebody uses a passkey: most pages are opened without one.
const library = () => import('@simplewebauthn/browser')

type RequestOptions = Parameters<Awaited<ReturnType<typeof library>>['startAuthentication']>[0]['optionsJSON']
type CreationOptions = Parameters<Awaited<ReturnType<typeof library>>['startRegistration']>[0]['optionsJSON']

/** Asks the browser for a passkey's answer; throws when there is none, or the person would not. */
export async function askPasskey(): Promise<PasskeyAnswer> {
  const options: unknown = await account.passkeyOptions.call()
  const { startAuthentication } = await library()
  return plain(await startAuthentication({ optionsJSON: options as RequestOptions }))
}

/** Lets the browser make a new passkey. */
export async function makePasskey(): Promise<NewPasskey> {
  const options: unknown = await account.newPasskeyOptions.call()
  const { startRegistration } = await library()
  return plain(await startRegistration({ optionsJSON: options as CreationOptions }))
}

/** The library's types know the extensions one by one; we ask for none and pass on whatever comes. */
const plain = <Said extends { clientExtensionResults: object }>(said: Said) => ({
  ...said,
  clientExtensionResults: { ...said.clientExtensionResults } as Record<string, unknown>,
})

/** Whether it was the browser that refused, and not the server. */
export const isOfBrowser = (error: unknown): boolean => error instanceof Error && !(error instanceof ORPCError)
