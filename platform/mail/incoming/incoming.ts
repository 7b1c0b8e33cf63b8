import type { Log } from '../../log.ts'
import { SettingsError, type Settings } from '../../settings.ts'
import { openMailbox } from './mailbox.ts'
import { openReceiver } from './receiver.ts'
import type { Incoming, Taking } from './taking.ts'

/** Opens the way in for letters, if MAIL_IN names one. */
export async function openIncoming({ mailIn }: Settings, log: Log, taking: Taking): Promise<Incoming | null> {
  if (!mailIn) return null
  if (mailIn.by === 'imap') return openMailbox(mailIn, log, taking)
  return openReceiver(mailIn, log, taking).catch((error: NodeJS.ErrnoException) => {
    throw explained(error, mailIn.port)
  })
}

/** What whoever runs it can mend, in a sentence. */
function explained(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new SettingsError(`Port ${port} of MAIL_IN is taken by another program. Choose another one in MAIL_IN.`)
  if (error.code === 'EACCES' && error.syscall === 'listen')
    return new SettingsError(`Port ${port} of MAIL_IN may not be used by this user. Choose one above 1023 in MAIL_IN.`)
  if (error.syscall === 'open' || error.code?.startsWith('ERR_OSSL'))
    return new SettingsError('The certificate or the key that MAIL_IN names cannot be read.')
  return error
}
