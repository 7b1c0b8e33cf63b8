import { join } from 'node:path'
import type { Log } from '../log.ts'
import { keepMessage } from '../mail/outbox.ts'
import type { Settings } from '../settings.ts'
import { keepFailure } from './failures.ts'
import { sendThroughGateway, type TextMessage } from './gateway.ts'

/** How text messages leave the building. */
export interface Sms {
  /** Resolves when the gateway, or the outbox, has taken the message; rejects when it has not, so that the job tries again. */
  send(message: TextMessage): Promise<void>
}

type SmsSettings = Pick<Settings, 'sms' | 'dataFolder'>

/** Opens the way out: the gateway of SMS_URL or, without one, the outbox folder. */
export function openSms({ settings, log }: { settings: SmsSettings; log: Log }): Sms {
  const { sms: gateway, dataFolder } = settings
  return {
    async send({ to, text }) {
      const message = { to, text: plain(text) }
      if (!gateway) return keepMessage(join(dataFolder, 'outbox'), message)
      try {
        await sendThroughGateway(gateway, message)
        log.info('text message sent')
      } catch (error) {
        const reason = error instanceof Error ? error.message : 'The SMS gateway could not be used.'
        log.warn({ reason }, 'a text message was not taken')
        await keepFailure(dataFolder, { at: new Date(), to, reason })
        throw error
      }
    },
  }
}

/** Names in it come from people: nothing in them may look like a second message. */
const plain = (text: string): string => text.replace(/[\s\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim()
