import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import { describeFailure } from './failure-words'

/** Shows what went wrong with a call, under the button that made it, and reads it aloud. Shows nothing without a failure. */
export function FailureLine({ failure }: { readonly failure: Failure | null }) {
  const { t } = useTranslation()
  return failure === null ? null : (
    <p className="error" role="alert">
      {describeFailure(t, failure)}
    </p>
  )
}
