import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { FormError } from '#ui/controls/FormError.tsx'
import { sentenceOf } from '#ui/errors.ts'
import type { PageProps } from '#ui/section.ts'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { account } from '../../web/api.ts'
import { PublicTitle } from '#ui/shell/PublicTitle.tsx'
import classes from '../../web/SignIn.module.css'
import { isSpent } from '../../web/SpentLink.tsx'
import { accountWords } from '../../words.ts'

/** Where the letter to a new address leads, signed in or not. Programs that look into letters follow links, but press no buttons. */
export function EmailPage({ params }: PageProps) {
  const { email: words, spent } = useWords(accountWords)
  const general = useWords(uiWords)
  const confirm = useMutation(account.confirmEmail.mutationOptions())
  const rules = { ADDRESS_TAKEN: words.taken, DOMAIN_NOT_ALLOWED: words.notTaken }
  const goOn = (
    <Button component={PageLink} to="/" fullWidth>
      {words.goOn}
    </Button>
  )
  if (isSpent(confirm.error))
    return (
      <div className={classes.form} role="alert">
        <PublicTitle title={spent.title} text={words.spent} />
        {goOn}
      </div>
    )
  if (confirm.data)
    return (
      <div className={classes.form} role="status">
        <PublicTitle
          title={words.done}
          text={<span className={classes.email}>{words.doneText({ email: confirm.data.email })}</span>}
        />
        {goOn}
      </div>
    )
  return (
    <div className={classes.form}>
      <PublicTitle title={words.confirm} text={words.confirmText} />
      <FormError text={confirm.isError ? sentenceOf(confirm.error, general, rules) : null} />
      <Button fullWidth loading={confirm.isPending} onClick={() => confirm.mutate({ token: params.token ?? '' })}>
        {words.confirmAct}
      </Button>
    </div>
  )
}
