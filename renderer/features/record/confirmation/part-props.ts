import type { RecordView } from '#shared/contract/handoff/record'
import type { Form } from '../../../office'
import type { ConfirmDraft, ConfirmField } from './confirm-draft'

/** What each of the three parts is given. */
export interface ConfirmPartProps extends Pick<Form<ConfirmDraft, ConfirmField>, 'change' | 'error'> {
  readonly record: RecordView
  readonly draft: ConfirmDraft
}
