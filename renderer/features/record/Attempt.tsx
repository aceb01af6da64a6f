import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordView } from '#shared/contract/record'
import type { AttemptOutcome } from '#shared/domain/vocabulary'
import { isContact } from '#shared/domain/vocabulary'
import { AheadStep } from './AheadStep'
import { mannerOptions, type Asked, type Manner } from './attempt-ways'
import { HowStep, type Shown } from './HowStep'
import { OutcomeStep } from './OutcomeStep'
import { SafeStep } from './SafeStep'

interface Props {
  readonly record: RecordView
  /** `log`: what has already happened, straight to the third step. */
  readonly from: 'attempt' | 'log'
  readonly onClose: () => void
  readonly onConfirm: () => void
  readonly onAct: (id: string) => void
}

type At =
  | { readonly step: 'safe' }
  | { readonly step: 'how'; readonly asked: Asked; readonly manner: Manner; readonly shown: Shown | null }
  | { readonly step: 'outcome'; readonly asked: Asked; readonly manner: Manner; readonly dialledAt: number | null; readonly stop: boolean }
  | { readonly step: 'next'; readonly outcome: AttemptOutcome; readonly before: Manner; readonly asked: Asked }

const NOT_ASKED: Asked = { safeCheck: 'not_asked', override: false }

/** One attempt, in place of the next action: safe? → how → what came of it → what is next (P3, C5). */
export function Attempt({ record, from, onClose, onConfirm, onAct }: Props) {
  const { t } = useTranslation()
  const ours = record.direction === 'incoming'
  const usual = (): Manner => {
    if (record.direction === 'outgoing') return { channel: 'through_partner', wayId: null }
    if (record.direction === 'internal') return { channel: 'in_person', wayId: null }
    const options = mannerOptions(t, record)
    return options.find((option) => option.allowed) ?? options[0] ?? { channel: 'call', wayId: null }
  }
  const outcomeAt = (asked: Asked, manner: Manner, dialledAt: number | null = null, stop = false): At => ({
    step: 'outcome',
    asked,
    manner: { channel: manner.channel, wayId: manner.wayId },
    dialledAt,
    stop,
  })
  const [at, setAt] = useState<At>(() => (from === 'log' || !ours ? outcomeAt(NOT_ASKED, usual()) : { step: 'safe' }))

  switch (at.step) {
    case 'safe':
      return (
        <SafeStep
          record={record}
          onClose={onClose}
          onStop={() => setAt(outcomeAt({ safeCheck: 'not_safe', override: false }, usual(), null, true))}
          onGo={(asked, manner, shown) => setAt({ step: 'how', asked, manner, shown })}
          onLog={() => setAt(outcomeAt(NOT_ASKED, usual()))}
        />
      )
    case 'how':
      return (
        <HowStep
          key={`${at.manner.wayId}/${at.manner.channel}`}
          record={record}
          asked={at.asked}
          manner={at.manner}
          shown={at.shown}
          onClose={onClose}
          onAct={onAct}
          onManner={(manner, shown, asked) => setAt({ step: 'how', asked, manner, shown })}
          onDone={(dialledAt) => setAt(outcomeAt(at.asked, at.manner, dialledAt))}
          onStop={() => setAt(outcomeAt({ ...at.asked, safeCheck: 'not_safe' }, at.manner, null, true))}
        />
      )
    case 'outcome':
      return (
        <OutcomeStep
          record={record}
          asked={at.asked}
          manner={at.manner}
          dialledAt={at.dialledAt}
          stop={at.stop}
          whole={from === 'attempt' && ours}
          onClose={onClose}
          onSaved={(outcome, manner) =>
            isContact(outcome) ? onConfirm() : setAt({ step: 'next', outcome, before: manner, asked: at.asked })
          }
        />
      )
    case 'next':
      return (
        <AheadStep
          record={record}
          outcome={at.outcome}
          whole={from === 'attempt' && ours}
          onClose={onClose}
          onAct={onAct}
          onUndone={() => setAt(outcomeAt(at.asked, at.before))}
        />
      )
  }
}
