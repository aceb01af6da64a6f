import type { Failure } from '#shared/contract/entry'
import type { RecordView } from '#shared/contract/record'
import type { ConfirmDraft, ConfirmWrong } from './confirm-draft'

/** What each of the three parts is given. */
export interface PartProps {
  readonly record: RecordView
  readonly draft: ConfirmDraft
  readonly change: (next: (before: ConfirmDraft) => ConfirmDraft) => void
  readonly wrong: ConfirmWrong
  readonly failure: Failure | null
}
