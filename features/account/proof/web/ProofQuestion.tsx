import { lazy, Suspense } from 'react'
import { useProofAsked } from '#ui/proof.ts'

const ProofDialog = lazy(() => import('./ProofDialog.tsx').then((m) => ({ default: m.ProofDialog })))

/** Asks whether it is really them when something that they want to do calls for it; loaded when it does. */
export function ProofQuestion() {
  const settle = useProofAsked()
  return settle && <Suspense>{<ProofDialog settle={settle} />}</Suspense>
}
