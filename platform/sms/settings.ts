import { isSupportedCountry } from 'libphonenumber-js/max'
import { z } from 'zod'

/** An HTTP gateway for text messages: what is called for each, with {phone}, {text} and {secret} to be filled in. */
export interface SmsGateway {
  url: string
  method: 'GET' | 'POST' | 'PUT'
  /** JSON; without it nothing is sent but the address. */
  body?: string | undefined
  /** What stands in the header Authorization. */
  authorization?: string | undefined
  secret?: string | undefined
}

/** What the person who runs Loggia says of it. No sentence repeats what was given: there may be a secret in it. */
export const smsVariables = {
  SMS_URL: z
    .string()
    .refine(
      isGateway,
      'SMS_URL must be the address of a gateway, for example https://sms.example.com/send?to={phone}&text={text}&key={secret}.',
    )
    .optional(),
  SMS_METHOD: z.enum(['GET', 'POST', 'PUT'], 'SMS_METHOD must be GET, POST or PUT.').optional(),
  SMS_BODY: z
    .string()
    .refine(isJson, 'SMS_BODY must be JSON, for example {"to":"{phone}","text":"{text}"}.')
    .optional(),
  SMS_AUTHORIZATION: z
    .string()
    .regex(/^[\x20-\x7e]{1,500}$/, 'SMS_AUTHORIZATION must be one line, for example Bearer {secret}.')
    .optional(),
  SMS_SECRET: z.string().optional(),
  LOGGIA_COUNTRY: z
    .string()
    .transform((text) => text.toUpperCase())
    .refine((text) => isSupportedCountry(text), 'LOGGIA_COUNTRY must be a country in two letters, for example PL.')
    .optional(),
}

type Given = z.output<z.ZodObject<typeof smsVariables>>

/** The gateway of the settings, if there is one. Something to post is posted unless another way is said. */
export const smsGateway = (v: Given): SmsGateway | undefined =>
  v.SMS_URL === undefined
    ? undefined
    : {
        url: v.SMS_URL,
        method: v.SMS_METHOD ?? (v.SMS_BODY ? 'POST' : 'GET'),
        body: v.SMS_BODY,
        authorization: v.SMS_AUTHORIZATION,
        secret: v.SMS_SECRET,
      }

/** The place is fixed: only what is said to it is filled in. A name and password before the host no program sends. */
function isGateway(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && !/[{}]|%7b/i.test(url.host) && !url.username && !url.password
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}
