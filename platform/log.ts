import { pino, type DestinationStream, type Logger } from 'pino'
import type { LogLevel } from './settings.ts'

/** Where the server says what it does; one JSON object a line, secrets taken out. */
export type Log = Logger

const hidden = '[hidden]'

// "code" is also the name of every error's code, so it is hidden only where people send one.
const codes = ['code', 'body.code', 'input.code', 'data.code', 'req.body.code']

// Working on the finished line finds a secret at any depth, in any object, and inside messages.
const secretField = new RegExp(
  String.raw`((\\?")[\w-]*(?:password|passwd|secret|token|cookie|authorization)[\w-]*\\?"\s*:\s*)` +
    String.raw`(?:\\"(?:[^"\\]|\\\\(?:\\.|.))*\\"|"(?:[^"\\]|\\.)*"|\[[^\]]*\]|[\w.+-]+)`,
  'gi',
)
const secretQuery = /([?&;](?:[\w-]*(?:token|password|secret)[\w-]*|code|key|signature)=)[^&\s"'\\#]+/gi
const secretPath =
  /(\/(?:join|link|mute|mute-links|email|reset|reset-password|verify|magic-link|confirm)\/)(?!verify\b)[^/?\s"'\\#]+/gi
const bearer = /\b(Bearer|Basic)\s+[\w.~+/=-]+/gi
const credentials = /(:\/\/)[^/\s"'\\@]+@/g

/** Opens the log; it writes to standard output unless given another place. */
export function openLog(level: LogLevel, to?: DestinationStream): Log {
  const options = {
    level,
    base: undefined,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: codes, censor: hidden },
    hooks: { streamWrite: withoutSecrets },
  }
  return to ? pino(options, to) : pino(options)
}

function withoutSecrets(line: string): string {
  return line
    .replace(secretField, `$1$2${hidden}$2`)
    .replace(secretQuery, `$1${hidden}`)
    .replace(secretPath, `$1${hidden}`)
    .replace(bearer, `$1 ${hidden}`)
    .replace(credentials, `$1${hidden}@`)
}
