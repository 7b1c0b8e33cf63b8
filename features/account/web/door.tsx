export { AddPasskey } from '../passkeys/web/AddPasskey.tsx'
export { WaysIn } from './WaysIn.tsx'
