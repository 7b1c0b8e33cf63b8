import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { queries } from '#ui/queries.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { invitations } from '../../web/api.ts'
import { TitledList } from '../../web/TitledList.tsx'
import { invitationsWords } from '../../words.ts'
import classes from './LinkPanel.module.css'
import { LinkDetail } from './LinkDetail.tsx'

/** Every open link into the groups of the portal, for administrators (INV-7). Nothing while there is none. */
export function AllLinks() {
  const { link: words, all, rules } = useWords(invitationsWords)
  const shared = useWords(uiWords)
  const [said, say] = useState('')
  const links = useInfiniteQuery(
    invitations.listLinks.infiniteOptions({
      input: (after: string | undefined) => (after ? { after } : {}),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  )
  const end = useMutation({
    ...invitations.endLink.mutationOptions(),
    onSuccess: () => queries.invalidateQueries({ queryKey: invitations.key() }),
    onError: (error) => say(sentenceOf(error, shared, rules)),
  })
  if (links.isError) return <ErrorState error={links.error} retry={() => void links.refetch()} />
  const items = links.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <TitledList title={words.all} said={said} list={links}>
      {items.map((link) => {
        const group = link.groupName ?? all.hiddenGroup
        return (
          <li key={link.id} className={classes.row}>
            <div>
              <div>{group}</div>
              <LinkDetail link={link} />
            </div>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={words.offInto({ group })}
              loading={end.isPending && end.variables.id === link.id}
              onClick={() => end.mutate({ id: link.id }, { onSuccess: () => say(words.offDone({ group })) })}
            >
              {words.off}
            </Button>
          </li>
        )
      })}
    </TitledList>
  )
}
