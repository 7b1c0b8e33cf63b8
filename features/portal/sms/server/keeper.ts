import { invalid, refused } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import { limited, messageBy } from '#access/tries.ts'
import type { Platform } from '#platform/platform.ts'
import { listFailures } from '#platform/sms/failures.ts'
import { GatewayError } from '#platform/sms/gateway.ts'
import { parseNumber } from '#platform/sms/numbers.ts'
import { say } from '#ui/words/catalogue.ts'
import { portalWords } from '../../words.ts'

/** How text messages leave the building, and which did not of late. */
export async function readSms({ settings }: Platform) {
  return {
    gateway: settings.sms ? new URL(settings.sms.url).host : null,
    failures: await listFailures(settings.dataFolder),
  }
}

/** Sends a text message to a number of the administrator's choice, at once: they wait to see whether it is taken. */
export async function trySms(platform: Platform, me: Me, written: string): Promise<void> {
  const number = parseNumber(written, { country: platform.settings.country, language: me.language })
  if (!number) throw invalid('number', 'Invalid mobile number.')
  await limited(platform.database, [messageBy(me.id)], () => Promise.resolve(null))
  const { host } = platform.settings.url
  try {
    await platform.sms.send({ to: number.normalised, text: say(portalWords, me.language).sms.trial({ host }) })
  } catch (error) {
    if (error instanceof GatewayError) throw refused('MESSAGE_NOT_TAKEN', error.message)
    throw error
  }
}
