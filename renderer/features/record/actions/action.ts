import type { TFunction } from 'i18next'
import type { HandoffCommandInput } from '#shared/contract/handoff/handoff'
import type { RecordView } from '#shared/contract/handoff/record'
import type { StaffId } from '#shared/domain/core/ids'
import type { RecordStep, TypedMoment } from '../../../components'
import type { IconName, KeyName } from '../../../ui'

/** One field of an action. `needed` fields are required before anything is sent; the office decides. */
export type ActionField =
  | { readonly kind: 'text' | 'note'; readonly name: string; readonly label: string; readonly isRequired?: boolean }
  | { readonly kind: 'moment'; readonly name: string; readonly label: string; readonly isRequired?: boolean }
  | { readonly kind: 'staff'; readonly name: string; readonly label: string; readonly isRequired?: boolean }
  | {
      readonly kind: 'choice'
      readonly name: string
      readonly label: string
      readonly isRequired?: boolean
      readonly options: readonly { readonly value: string; readonly label: string; readonly why?: string }[]
    }
  | { readonly kind: 'check'; readonly name: string; readonly label: string }

/** What was filled in, by the field's name. Moments are instants (UTC ms), or null where left empty. */
export interface FilledAction {
  readonly text: (name: string) => string
  readonly moment: (name: string) => number | null
  readonly staff: (name: string) => StaffId
  readonly optionalStaff: (name: string) => StaffId | null
  readonly checked: (name: string) => boolean
}

/** What is kept of a form while it is typed. */
export interface ActionDraft {
  readonly texts: Readonly<Record<string, string>>
  readonly moments: Readonly<Record<string, TypedMoment>>
  readonly checks: Readonly<Record<string, boolean>>
}

/** An action on this handoff as data: its name, when it applies, what it asks, which command it makes. */
export interface RecordAction {
  readonly id: RecordStep
  readonly label: string
  readonly icon?: IconName
  readonly keys?: KeyName
  /** It stands beside what it is about, and in no list of what else can be done. */
  readonly beside?: true
  /** Absent: it does not apply to this handoff. A sentence: it cannot be done now, and why. */
  readonly why: string | null
  readonly title: string
  readonly foot?: string
  readonly send?: string
  readonly fields: readonly ActionField[]
  readonly start?: Partial<ActionDraft>
  readonly command: (filled: FilledAction) => HandoffCommandInput
}

export interface ActionContext {
  readonly t: TFunction
  readonly record: RecordView
  readonly now: number
  readonly zone: string
}
