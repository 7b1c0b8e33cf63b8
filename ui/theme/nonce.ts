declare global {
  /** Read by the style injector inside react-remove-scroll, which knows no other way to be told. */
  var __webpack_nonce__: string | undefined
}

/** The CSP nonce of this page, which the server wrote into `<meta property="csp-nonce">`. */
export function nonce(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')
  // Browsers hide the attribute's value from selectors and getAttribute; the property still has it.
  return meta?.nonce ?? ''
}

/** Hands the nonce to libraries that add their own style elements; call once before the first render. */
export function shareNonce(): void {
  globalThis.__webpack_nonce__ = nonce()
}
