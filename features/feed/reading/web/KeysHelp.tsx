import { Kbd } from '@mantine/core'
import { Dialog } from '#ui/controls/Dialog.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { feedWords } from '../../words.ts'
import classes from './KeysHelp.module.css'

/** The keys of the feed. */
export function KeysHelp({ opened, close }: { opened: boolean; close: () => void }) {
  const words = useWords(feedWords)
  const { keys } = words
  const rows = [
    ['j', keys.next],
    ['k', keys.previous],
    ['u', keys.unread],
    ['/', keys.search],
    ['Enter', keys.open],
    ['?', keys.help],
  ] as const
  return (
    <Dialog opened={opened} close={close} title={keys.title}>
      <dl className={classes.keys}>
        {rows.map(([key, says]) => (
          <div key={key} className={classes.row}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
