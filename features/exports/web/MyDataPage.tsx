import { Stack, Title } from '@mantine/core'
import { useWords } from '#ui/words/useWords.ts'
import { exportsWords } from '../words.ts'
import { MyData } from './MyData.tsx'

/** Settings → My data. */
export function MyDataPage() {
  const words = useWords(exportsWords).own
  return (
    <Stack gap={14}>
      <Title order={2}>{words.title}</Title>
      <MyData />
    </Stack>
  )
}
