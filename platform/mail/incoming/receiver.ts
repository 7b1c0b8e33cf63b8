import { readFileSync } from 'node:fs'
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server'
import { networkOf } from '../../http/network.ts'
import type { Log } from '../../log.ts'
import { secretOf } from './reply-address.ts'
import type { BySmtp } from './settings.ts'
import { sized } from './sized.ts'
import { largestLetter, LetterTooLarge, type Incoming, type Taking } from './taking.ts'

const seconds = 1000
const most = { connections: 40, fromOneNetwork: 8 }
/** However slowly somebody sends: by then a letter is here or it is not. */
const longest = 600 * seconds

/** Listens as a mail server that takes letters to reply addresses of ours and none to anybody else; it passes nothing on. */
export async function openReceiver(options: BySmtp, log: Log, taking: Taking): Promise<Incoming> {
  /** Null where a letter to this address may come now. */
  const refuses = async (recipient: string): Promise<Error | null> => {
    const secret = secretOf(options.reply, recipient)
    const when = secret === null ? 'never' : await taking.expects(secret)
    return when === 'now' ? null : when === 'later' ? later() : nobody()
  }
  const take = async (stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<Error | null> => {
    const secret = secretOf(options.reply, envelope.rcptTo[0]?.address ?? '')
    if (secret === null) return nobody()
    try {
      await taking.take({ secret, from: envelope.mailFrom ? envelope.mailFrom.address : '', raw: sized(stream) })
      return null
    } catch (error) {
      // What is left of it is read to its end, else the answer would never be heard.
      stream.unpipe()
      stream.resume()
      if (error instanceof LetterTooLarge) return answer(552, 'The letter is larger than 25 MB')
      throw error
    }
  }
  const tell = async (done: (error: Error | null) => void, work: Promise<Error | null>): Promise<void> => {
    const refusal = await work.catch((error: unknown) => {
      log.warn({ error }, 'a letter could not be taken; its sender tries again')
      return later()
    })
    done(refusal)
  }
  const server = new SMTPServer({
    ...limits,
    ...encrypted(options),
    name: options.reply.domain,
    // One letter, one reader: whoever writes to two reply addresses at once sends the second on its own.
    maxRecipients: 1,
    onConnect(session, done) {
      const network = networkOf(session.remoteAddress)
      const others = [...server.connections].filter((one) => networkOf(one.remoteAddress) === network)
      done(others.length > most.fromOneNetwork ? answer(421, 'Too many connections, try again in a moment') : null)
    },
    onRcptTo: ({ address }, _session, done) => void tell(done, refuses(address)),
    onData(stream, session, done) {
      endOversized(stream, server, session)
      void tell(done, take(stream, session))
    },
  })
  server.on('error', (error) => log.debug({ error }, 'a connection to the mail receiver failed'))
  server.server.on('connection', (socket: Socket) => {
    const timer = setTimeout(() => socket.destroy(), longest)
    socket.once('close', () => clearTimeout(timer))
  })
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    // Several processes of one portal on a machine share the port, where the system can.
    const shared = process.platform === 'linux' && options.port !== 0
    server.listen({ port: options.port, host: options.host, reusePort: shared }, () => {
      server.server.off('error', reject)
      resolve()
    })
  })
  const { port } = server.server.address() as AddressInfo
  log.info({ port, domain: options.reply.domain }, 'letters come in by SMTP')
  return { port, stop: () => new Promise<void>((closed) => server.close(() => closed())) }
}

const limits: SMTPServerOptions = {
  size: largestLetter,
  maxClients: most.connections,
  maxCommandLength: 2048,
  maxAllowedUnauthenticatedCommands: 20,
  socketTimeout: 60 * seconds,
  closeTimeout: 2 * seconds,
  authOptional: true,
  disableReverseLookup: true,
  lenientAddressParsing: false,
  // Recipients hold secrets: nothing of what is said goes to the log.
  logger: false,
}

/** STARTTLS with a key of one's own, or not at all: the one that the package brings everybody knows. */
const encrypted = ({ tls }: BySmtp): SMTPServerOptions =>
  tls
    ? { disabledCommands: ['AUTH', 'VRFY', 'EXPN', 'HELP'], cert: readFileSync(tls.cert), key: readFileSync(tls.key) }
    : { disabledCommands: ['AUTH', 'VRFY', 'EXPN', 'HELP', 'STARTTLS'] }

/** Whoever goes on sending long after the letter was too large is hung up on. */
function endOversized(stream: SMTPServerDataStream, server: SMTPServer, session: SMTPServerSession): void {
  stream.on('data', () => {
    if (stream.byteLength <= 2 * largestLetter) return
    for (const one of server.connections) if (one.session === session) one.close()
  })
}

const answer = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode })
/** The one answer for whatever is no reply address of ours: of another domain, made up, or ended. */
const nobody = (): Error => answer(550, 'No such address here')
const later = (): Error => answer(451, 'Try again later')
