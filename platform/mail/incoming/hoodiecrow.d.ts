/** An IMAP server for tests, which has no types of its own: as far as the tests use it. */
declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net'

  interface Message {
    raw: string
    flags: string[]
    uid: number
  }
  interface MailboxServer {
    server: Server
    listen(port: number, listening: () => void): void
    close(closed: () => void): void
    appendMessage(mailbox: string, flags: string[], at: Date | false, raw: string): void
    getMailbox(path: string): { messages: Message[] }
    users: Record<string, { password: string }>
  }
  export default function hoodiecrow(options: {
    plugins: string[]
    storage: Record<string, { messages: { raw: string; flags?: string[] }[] }>
  }): MailboxServer
}
