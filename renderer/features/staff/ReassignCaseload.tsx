import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract/index'
import type { HandoffId, StaffId } from '#shared/domain/core/ids'
import { useMinute, useZone } from '../../office'
import { FormPageHead, FormPageRow, Select, toStaffOption } from '../../ui'
import { CaseloadTable } from './CaseloadTable'

type Caseload = Pick<Output<'staff.readLeaving'>, 'handoffs' | 'restricted'>

export interface Reassignment {
  readonly to: StaffId | null
  readonly setTo: (to: StaffId) => void
  readonly takerByHandoff: ReadonlyMap<HandoffId, StaffId>
  readonly setTaker: (id: HandoffId, other: StaffId | null) => void
  /** Only lines that are in the list now count; a line that is gone has no exception any more. */
  readonly listExceptions: (caseload: Caseload) => { readonly handoffId: HandoffId; readonly to: StaffId }[]
}

/** Who takes over everything, and what another worker takes over (H4). */
export function useReassignment(first: StaffId | null): Reassignment {
  const [to, setTo] = useState(first)
  const [takerByHandoff, setTakerByHandoff] = useState<ReadonlyMap<HandoffId, StaffId>>(new Map())
  return {
    to,
    setTo,
    takerByHandoff,
    setTaker: (id, other) => {
      const next = new Map(takerByHandoff)
      if (other === null) next.delete(id)
      else next.set(id, other)
      setTakerByHandoff(next)
    },
    listExceptions: ({ handoffs }) =>
      handoffs.flatMap(({ handoffId }) => {
        const own = takerByHandoff.get(handoffId)
        return own === undefined || own === to ? [] : [{ handoffId, to: own }]
      }),
  }
}

interface Props {
  readonly caseload: Caseload
  readonly others: Output<'staff.list'>
  readonly reassignment: Reassignment
  readonly wrong?: string | undefined
  readonly title?: string
}

/** The same for a worker who leaves and one who is away: the open work, a line each, and who takes it over. */
export function ReassignCaseload({ caseload: { handoffs, restricted }, others, reassignment, wrong, title }: Props) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const count = handoffs.length + restricted
  const choices = others.map((one) => {
    const { value, label } = toStaffOption(t, one, now, zone)
    return { value, label }
  })
  return (
    <>
      <FormPageHead margin={count}>{title ?? t('staff.leaving.hers')}</FormPageHead>
      <FormPageRow label={count > 0 ? t('staff.leaving.giveMargin') : ''} hasError={Boolean(wrong)}>
        {count === 0 ? (
          <p className="answered">{t('staff.leaving.nothing')}</p>
        ) : (
          <Select
            label={t('staff.leaving.giveAll')}
            options={choices}
            value={reassignment.to}
            onChange={reassignment.setTo}
            placeholder={t('staff.leaving.pick')}
            error={wrong}
          />
        )}
        {restricted > 0 && <p className="second">{t('staff.leaving.restricted', { count: restricted })}</p>}
      </FormPageRow>
      {handoffs.length > 0 && (
        <CaseloadTable handoffs={handoffs} choices={choices} takerByHandoff={reassignment.takerByHandoff} onTaker={reassignment.setTaker} />
      )}
    </>
  )
}
