import { useTranslation } from 'react-i18next'
import type { RiskAnswer } from '#shared/domain/meeting/meeting'
import { Choices, useCommands } from '../../../ui'
import { useMeetingSession } from '../meeting-session'

/** H10: "deadline risks named" is done only with an answer: those on the record, or none. */
export function RisksAnswer({ count }: { readonly count: number }) {
  const { t } = useTranslation()
  const { view, sendCommand } = useMeetingSession()
  const isAsked = view.withoutHer === null
  const answers: readonly RiskAnswer[] = count === 0 ? ['none', 'not_known'] : ['dates', 'not_known']
  const answer = (value: RiskAnswer) => void sendCommand({ kind: 'risks', answer: value })
  const label = (value: RiskAnswer): string => t(`meeting.steps.risk.answer.${value}`, { count })
  useCommands(
    isAsked
      ? answers.map((value, at) => ({
          id: `call-risks-${value}`,
          label: label(value),
          keys: at === 0 ? ('1' as const) : ('2' as const),
          run: () => answer(value),
        }))
      : [],
  )
  if (!isAsked) return null
  return (
    <Choices
      label={t('meeting.steps.risk.asked')}
      value={view.risks !== null && answers.includes(view.risks) ? view.risks : null}
      options={answers.map((value, at) => ({ value, label: label(value), keys: at === 0 ? ('1' as const) : ('2' as const) }))}
      onChange={answer}
    />
  )
}
