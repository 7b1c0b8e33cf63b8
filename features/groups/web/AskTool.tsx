import { Stack, Text } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { sentenceOf } from '#ui/errors.ts'
import type { GroupTool } from '#ui/section.ts'
import { uiWords } from '#ui/words.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import type { Group } from '../contract.ts'
import type { ToolPreview, ToolSetting } from '../tools/contract.ts'
import { groupsWords } from '../words.ts'
import { groups } from './api.ts'
import { AskFirst } from './AskFirst.tsx'

interface AskToolProps {
  group: Group
  set: ToolSetting
  /** What is to be changed; null while nothing is asked. */
  wanted: Partial<ToolSetting> | null
  name: string
  tool: GroupTool
  close: () => void
  onConfirm: (changes: Partial<ToolSetting>) => void
  busy: boolean
  error: unknown
}

/** Says with numbers who sees more or less of a tool when it is set so, before it is. */
export function AskTool({ group, set, wanted, name, tool, close, onConfirm, busy, error }: AskToolProps) {
  const words = useWords(groupsWords).tools
  const counting = useWords(groupsWords).isolation.counting
  const shared = useWords(uiWords)
  const { data, error: failed } = useQuery({
    ...groups.previewTool.queryOptions({ input: wanted ? { id: group.id, tool: set.tool, ...wanted } : skipToken }),
    staleTime: 0,
    gcTime: 0,
  })
  const what = wanted?.on === false ? 'off' : wanted?.on ? 'on' : 'viewers'
  const title = { off: words.askOff, on: words.askOn, viewers: words.askViewers }[what]
  return (
    <AskFirst
      opened={wanted !== null}
      close={close}
      title={title({ tool: name })}
      text={data ? <Changes preview={data} tool={tool} /> : failed ? sentenceOf(failed, shared) : counting}
      act={words.act[what]}
      grave={(data?.gain.outside ?? 0) > 0}
      busy={busy || (wanted !== null && !data && !failed)}
      error={error}
      onConfirm={() => wanted && onConfirm(wanted)}
    />
  )
}

function Changes({ preview, tool }: { preview: ToolPreview; tool: GroupTool }) {
  const { tools: words, isolation } = useWords(groupsWords)
  const { language } = useLanguage()
  const sides = ({ colleagues, outside }: ToolPreview['gain']) =>
    [...(colleagues ? [words.colleagues(colleagues)] : []), ...(outside ? [isolation.people(outside)] : [])].join(', ')
  const standing = ({ things, comments }: ToolPreview['forAll']) =>
    [...(things ? [tool.things(language, things)] : []), ...(comments ? [isolation.comments(comments)] : [])].join(', ')
  const [gain, lose] = [sides(preview.gain), sides(preview.lose)]
  const [forAll, forTeam] = [standing(preview.forAll), standing(preview.forTeam)]
  return (
    <Stack gap="xs">
      {gain && <Text size="sm">{words.gain({ who: gain })}</Text>}
      {lose && (
        <Text size="sm">
          {words.lose({ who: lose })} {words.atOnce}
        </Text>
      )}
      {!gain && !lose && <Text size="sm">{words.nobody}</Text>}
      {forAll && <Text size="sm">{words.stands({ what: forAll })}</Text>}
      {forTeam && <Text size="sm">{words.forTeam({ what: forTeam })}</Text>}
      {!forAll && !forTeam && <Text size="sm">{words.empty}</Text>}
    </Stack>
  )
}
