import type { RecordStep } from '../../../components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordView } from '#shared/contract/handoff/record'
import type { AttemptOutcome } from '#shared/domain/core/vocabulary'
import { isContactOutcome } from '#shared/domain/core/vocabulary'
import { ProposalStep } from './ProposalStep'
import { listContactMethods, type SafetyAnswer, type ContactMethod } from './contact-methods'
import { ContactStep } from './ContactStep'
import type { ShownNumber } from './use-show-number'
import { OutcomeStep } from './OutcomeStep'
import { SafetyStep } from './SafetyStep'

interface Props {
  readonly record: RecordView
  /** `log`: an attempt that has already been made, directly at the third step. */
  readonly from: 'attempt' | 'log'
  readonly onClose: () => void
  readonly onConfirm: () => void
  readonly onAction: (step: RecordStep) => void
}

type AttemptPosition =
  | { readonly step: 'safe' }
  | { readonly step: 'how'; readonly asked: SafetyAnswer; readonly manner: ContactMethod; readonly shown: ShownNumber | null }
  | {
      readonly step: 'outcome'
      readonly asked: SafetyAnswer
      readonly manner: ContactMethod
      readonly dialledAt: number | null
      readonly stop: boolean
    }
  | { readonly step: 'next'; readonly outcome: AttemptOutcome; readonly before: ContactMethod; readonly asked: SafetyAnswer }

const NOT_ASKED: SafetyAnswer = { safeCheck: 'not_asked', override: false }

/** One attempt, in place of the next action: safe? → how → what came of it → what is next (P3, C5). */
export function AttemptForm({ record, from, onClose, onConfirm, onAction }: Props) {
  const { t } = useTranslation()
  const ours = record.direction === 'incoming'
  const usual = (): ContactMethod => {
    if (record.direction === 'outgoing') return { channel: 'through_partner', wayId: null }
    if (record.direction === 'internal') return { channel: 'in_person', wayId: null }
    const options = listContactMethods(t, record)
    return options.find((option) => option.allowed) ?? options[0] ?? { channel: 'call', wayId: null }
  }
  const outcomeAt = (asked: SafetyAnswer, manner: ContactMethod, dialledAt: number | null = null, stop = false): AttemptPosition => ({
    step: 'outcome',
    asked,
    manner: { channel: manner.channel, wayId: manner.wayId },
    dialledAt,
    stop,
  })
  const [at, setAt] = useState<AttemptPosition>(() => (from === 'log' || !ours ? outcomeAt(NOT_ASKED, usual()) : { step: 'safe' }))

  switch (at.step) {
    case 'safe':
      return (
        <SafetyStep
          record={record}
          onClose={onClose}
          onStop={() => setAt(outcomeAt({ safeCheck: 'not_safe', override: false }, usual(), null, true))}
          onGo={(asked, manner, shown) => setAt({ step: 'how', asked, manner, shown })}
          onLog={() => setAt(outcomeAt(NOT_ASKED, usual()))}
        />
      )
    case 'how':
      return (
        <ContactStep
          key={`${at.manner.wayId}/${at.manner.channel}`}
          record={record}
          safety={at.asked}
          method={at.manner}
          shown={at.shown}
          onClose={onClose}
          onAction={onAction}
          onMethod={(manner, shown, asked) => setAt({ step: 'how', asked, manner, shown })}
          onDone={(dialledAt) => setAt(outcomeAt(at.asked, at.manner, dialledAt))}
          onStop={() => setAt(outcomeAt({ ...at.asked, safeCheck: 'not_safe' }, at.manner, null, true))}
        />
      )
    case 'outcome':
      return (
        <OutcomeStep
          record={record}
          safety={at.asked}
          manner={at.manner}
          dialledAt={at.dialledAt}
          stop={at.stop}
          whole={from === 'attempt' && ours}
          onClose={onClose}
          onSaved={(outcome, manner) =>
            isContactOutcome(outcome) ? onConfirm() : setAt({ step: 'next', outcome, before: manner, asked: at.asked })
          }
        />
      )
    case 'next':
      return (
        <ProposalStep
          record={record}
          outcome={at.outcome}
          whole={from === 'attempt' && ours}
          onClose={onClose}
          onAction={onAction}
          onUndone={() => setAt(outcomeAt(at.asked, at.before))}
        />
      )
  }
}
