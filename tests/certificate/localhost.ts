import { readFileSync } from 'node:fs'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'

/** Where a certificate for this machine and its key stand. Everybody has the key: they are for tests alone, and nobody trusts them. */
export const certificateFiles = {
  cert: new URL('localhost.crt', import.meta.url).pathname,
  key: new URL('localhost.key', import.meta.url).pathname,
}

/** The same as they are read. */
export const localhostCertificate = {
  cert: readFileSync(certificateFiles.cert, 'utf8'),
  key: readFileSync(certificateFiles.key, 'utf8'),
}

/** Trusts the certificate in this process, until the answer is called. */
export function trustLocalhost(): () => void {
  const before = getCACertificates('default')
  setDefaultCACertificates([...before, localhostCertificate.cert])
  return () => setDefaultCACertificates(before)
}
