import type { Failure } from '#shared/contract/call'
import type { RecordView } from '#shared/contract/record'
import type { ConfirmDraft, ConfirmErrors } from './confirm-draft'

/** The props of each of the three parts. */
export interface ConfirmPartProps {
  readonly record: RecordView
  readonly draft: ConfirmDraft
  readonly change: (next: (before: ConfirmDraft) => ConfirmDraft) => void
  readonly errors: ConfirmErrors
  readonly failure: Failure | null
}
