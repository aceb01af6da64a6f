import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract/index'
import { SIDES } from '#shared/domain/vocabulary'
import { Choices, LeafRow } from '../../ui'

type Reason = Output<'bounceReason.list'>[number]

/** The reasons, grouped by the side that caused it; the side stands in the margin. One of all of them. */
export function Reasons({
  reasons,
  value,
  onPick,
}: {
  readonly reasons: readonly Reason[]
  readonly value: string | null
  readonly onPick: (reason: Reason) => void
}) {
  const { t } = useTranslation()
  return SIDES.map((side) => {
    const own = reasons.filter((reason) => reason.side === side)
    if (own.length === 0) return null
    return (
      <LeafRow key={side} label={t(`vocabulary.side.${side}`)}>
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
      </LeafRow>
    )
  })
}
