import { NativeSelect, Switch } from '@mantine/core'
import { useMe } from '#ui/me.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { NoticeKind, Pace } from '../../kinds/contract.ts'
import type { ChangedChannels, Channels } from '../contract.ts'
import { settingsWords } from '../words.ts'
import classes from './ChannelTable.module.css'

/** In this order they stand in the table; a later kind or channel adds its word. */
const kinds = [
  'tasks',
  'mentions',
  'announcements',
  'appreciations',
  'calendar',
  'comments',
  'posts',
  'polls',
  'company',
  'people',
] as const satisfies NoticeKind[]
const channels = ['portal', 'push', 'letter'] as const satisfies (keyof Channels)[]
const paces = ['once', 'hourly', 'daily', 'off'] as const satisfies Pace[]

interface ChannelTableProps {
  channelsOf: (kind: NoticeKind) => Channels | undefined
  change: (kind: NoticeKind, set: ChangedChannels) => void
}

/** Kinds of things in rows, the ways in which one is told of them in columns; on a phone each kind stands above its ways. */
export function ChannelTable({ channelsOf, change }: ChannelTableProps) {
  const words = useWords(settingsWords)
  const me = useMe()
  // Nothing of the company is written to people from outside.
  const shown = kinds.filter((kind) => kind !== 'company' || me.kind === 'employee')
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          {channels.map((channel) => (
            <th key={channel} scope="col" className={classes[channel]}>
              {words.channels[channel]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((kind) => {
          const { called, says } = words.kinds[kind]
          const set = channelsOf(kind)
          // People from outside are not told of everything.
          if (!set) return null
          return (
            <tr key={kind}>
              <th scope="row" className={classes.kind}>
                <span className={classes.called}>{called}</span>
                <span className={classes.says}>{says}</span>
              </th>
              {channels.map((channel) => (
                <td key={channel} className={classes[channel]}>
                  <span className={classes.channel} aria-hidden>
                    {words.channels[channel]}
                  </span>
                  <Way {...{ kind, channel, set, change }} />
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

interface WayProps extends Pick<ChannelTableProps, 'change'> {
  kind: NoticeKind
  channel: keyof Channels
  set: Channels
}

function Way({ kind, channel, set, change }: WayProps) {
  const words = useWords(settingsWords)
  const name = words.of({ kind: words.kinds[kind].called, channel: words.channels[channel] })
  if (channel !== 'letter')
    return (
      <Switch
        aria-label={name}
        checked={set[channel]}
        onChange={(event) => change(kind, { [channel]: event.currentTarget.checked })}
      />
    )
  if (set.letter === null)
    return (
      <span className={classes.none}>
        <span aria-hidden>{words.none}</span>
        <span className="loggia-hidden">{words.noLetter}</span>
      </span>
    )
  return (
    <NativeSelect
      aria-label={name}
      size="xs"
      value={set.letter}
      onChange={(event) => change(kind, { letter: event.currentTarget.value as Pace })}
      data={paces.map((value) => ({ value, label: words.paces[value] }))}
    />
  )
}
