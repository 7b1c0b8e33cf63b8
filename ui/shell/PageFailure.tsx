import { Component, type ReactNode } from 'react'
import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { ErrorState } from '../controls/ErrorState.tsx'
import { StateFrame } from '../controls/StateFrame.tsx'
import { uiWords } from '../words.ts'
import { useWords } from '../words/useWords.ts'

/** Catches what breaks while a page is drawn, so that the rest of the portal stays usable. */
export class PageFailure extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    // A page that is fetched by an old address fails so after the portal was renewed.
    if (error instanceof Error && /import|module script|preload/i.test(error.message)) return <Stale />
    return <ErrorState error={error} retry={() => this.setState({ error: null })} />
  }
}

function Stale() {
  const words = useWords(uiWords)
  return (
    <StateFrame
      role="alert"
      icon={IconRefresh}
      title={words.error.title}
      text={words.error.stale}
      act={
        <Button variant="default" onClick={() => window.location.reload()}>
          {words.error.reload}
        </Button>
      }
    />
  )
}
