import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract/index'
import { BOUNCE_SIDES } from '#shared/domain/core/vocabulary'
import { Choices, FormPageRow } from '../../ui'

type BounceReasonView = Output<'bounceReason.listChoices'>[number]

/** The reasons, grouped by the side that caused it, with the side in the margin. One of all can be chosen. */
export function BounceReasons({
  reasons,
  value,
  onPick,
}: {
  readonly reasons: readonly BounceReasonView[]
  readonly value: string | null
  readonly onPick: (reason: BounceReasonView) => void
}) {
  const { t } = useTranslation()
  return BOUNCE_SIDES.map((side) => {
    const own = reasons.filter((reason) => reason.side === side)
    if (own.length === 0) return null
    return (
      <FormPageRow key={side} label={t(`vocabulary.side.${side}`)}>
        <Choices
          label={t(`vocabulary.side.${side}`)}
          quietLabel
          look="tight"
          value={own.some((reason) => reason.code === value) ? value : null}
          options={own.map((reason) => ({ value: reason.code, label: reason.label }))}
          onChange={(code) => {
            const reason = own.find((one) => one.code === code)
            if (reason) onPick(reason)
          }}
        />
      </FormPageRow>
    )
  })
}
