export { replyAddressFor } from './addresses.ts'
export { takingLetters } from './keeper.ts'
