import { Anchor, Switch, Text, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { queries } from '#ui/queries.ts'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { account } from '../../web/api.ts'
import page from '../../web/Security.module.css'
import { accountWords } from '../../words.ts'

/** From whom the portal asks for a second factor; for administrators. */
export function RulesPage() {
  const words = useWords(accountWords).rules
  const general = useWords(uiWords)
  const rules = useQuery(account.signInRules.queryOptions())
  const change = useMutation(
    account.changeSignInRules.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: account.signInRules.key() }),
    }),
  )
  // What was chosen stands there while it is saved.
  const shown = rules.data && { ...rules.data, ...(change.isPending ? change.variables : {}) }
  const refusal = change.isError ? sentenceOf(change.error, general, { SET_YOURS_UP_FIRST: words.yoursFirst }) : null
  return (
    <div className={page.part}>
      <Title order={2}>{words.title}</Title>
      <p className={page.text}>{words.text}</p>
      {rules.isError && <ErrorState error={rules.error} retry={() => void rules.refetch()} />}
      {rules.isPending && <ListSkeleton rows={2} />}
      <FormError text={refusal} />
      {shown &&
        (['externals', 'employees'] as const).map((who) => (
          <Switch
            key={who}
            label={words[who]}
            checked={shown[who]}
            disabled={change.isPending}
            onChange={(event) => change.mutate({ [who]: event.currentTarget.checked })}
          />
        ))}
      <Text c="dimmed">{words.hint}</Text>
      <div>
        <Anchor component={PageLink} to="/settings/security">
          {words.yours}
        </Anchor>
      </div>
    </div>
  )
}
