import { ORPCError } from '@orpc/server'
import type { Me } from '#access/signed-in.ts'
import { commentText } from '#features/comments/contract.ts'
import { addUpload, cleanName, removeContent } from '#features/writing/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { AttachedFile } from '#platform/mail/incoming/parse.ts'
import type { Platform } from '#platform/platform.ts'
import { say } from '#ui/words/catalogue.ts'
import { sizeOf } from '#ui/words/size.ts'
import { repliesWords } from '../words.ts'

type Writer = Pick<Me, 'id' | 'language'>

/** What came with a letter, as its writer adds it: the ids of what was taken, and what was not. */
export async function takeOver(
  tx: Tx,
  platform: Platform,
  me: Writer,
  files: AttachedFile[],
): Promise<{ attachmentIds: string[]; left: AttachedFile[] }> {
  const attachmentIds: string[] = []
  const left: AttachedFile[] = []
  for (const file of files) {
    const id = file.received && (await taken(tx, platform, me, { name: file.name, content: file.received.content }))
    if (id) attachmentIds.push(id)
    else left.push(file)
  }
  return { attachmentIds, left }
}

const taken = (tx: Tx, platform: Platform, me: Writer, file: Parameters<typeof addUpload>[3]): Promise<string | null> =>
  addUpload(tx, platform, me, file).then(
    ({ id }) => id,
    (error: unknown) => {
      if (error instanceof ORPCError && error.status < 500) return null
      throw error
    },
  )

/** What was taken over is not to be: with the transaction its rows are gone, and this is the rest. */
export async function takeBack({ files }: Platform, ids: string[]): Promise<void> {
  for (const id of ids) await removeContent(files, id)
}

const mostNamed = 10

/** What somebody said, with the names of what was not taken over below it. */
export function withLeft(says: string, left: AttachedFile[], { language }: Writer): string {
  if (left.length === 0) return says
  const words = say(repliesWords, language)
  const named = left.slice(0, mostNamed).map(({ name, size }) => `${cleanName(name)} (${sizeOf(size, language)})`)
  const names = [...named, ...(left.length > mostNamed ? ['…'] : [])].join(', ')
  const whole = [says, words.files(left.length, { names })].filter(Boolean).join('\n\n')
  return commentText.safeParse(whole).success ? whole : says
}
