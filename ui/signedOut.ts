const signInPage = '/sign-in'
const stayOn = new Set<string>([signInPage])

/** Names the first words of addresses that are shown to nobody in particular; a lost sign-in does not lead away from them. */
export function keepOpen(firstWords: readonly string[]): void {
  for (const word of firstWords) stayOn.add(word)
}

/**
 * The address to come back to after signing in; only addresses of this portal count. A browser leaves tabs and line breaks out of an
 * address and takes \ for /, so behind them could stand another host.
 */
export function wayBack(wanted: string | null | undefined): string {
  return wanted && /^\/(?!\/)[^\s\\\p{Cc}]*$/u.test(wanted) ? wanted : '/'
}

let signingOut = false

/** Stays on this page while somebody signs out, whatever is heard meanwhile: it leads to the sign-in page when all of it is done, and remembers no page to come back to. */
export async function signOut(all: readonly Promise<unknown>[]): Promise<void> {
  signingOut = true
  await Promise.allSettled(all)
  window.location.assign(signInPage)
}

/** Leaves for the sign-in page by loading it anew, so that nothing heard before stays in memory. */
export function leaveToSignIn(): void {
  const { pathname, search } = window.location
  if (signingOut || stayOn.has(`/${pathname.split('/')[1] ?? ''}`)) return
  const here = pathname + search
  window.location.assign(here === '/' ? signInPage : `${signInPage}?to=${encodeURIComponent(here)}`)
}
