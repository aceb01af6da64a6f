import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract/index'
import type { HandoffId, StaffId } from '#shared/domain/core/ids'
import { useMinute, useZone } from '../../office'
import { toStaffOption } from '../../components'
import { FormPageHead, FormPageRow, Select } from '../../ui'
import { CaseloadTable } from './CaseloadTable'

type Caseload = Pick<Output<'staff.readLeaving'>, 'handoffs' | 'restricted'>

/** Who takes over everything, and what another worker takes over (H4). Part of the forms for leaving and for absence. */
export interface ReassignmentValues {
  readonly to: StaffId | null
  readonly takers: Readonly<Record<HandoffId, StaffId>>
}

/** What stands in the list now is what counts; a line that went meanwhile has no exception any more. */
export const listExceptions = ({ to, takers }: ReassignmentValues, { handoffs }: Caseload): { handoffId: HandoffId; to: StaffId }[] =>
  handoffs.flatMap(({ handoffId }) => {
    const own = takers[handoffId]
    return own === undefined || own === to ? [] : [{ handoffId, to: own }]
  })

/** Returns the takers with one line given to another worker, or back to the one who takes everything. */
function setTaker(takers: ReassignmentValues['takers'], id: HandoffId, other: StaffId | null): ReassignmentValues['takers'] {
  const { [id]: _before, ...rest } = takers
  return other === null ? rest : { ...rest, [id]: other }
}

interface Props {
  readonly caseload: Caseload
  readonly others: Output<'staff.list'>
  readonly values: ReassignmentValues
  readonly onChange: (part: Partial<ReassignmentValues>) => void
  readonly wrong?: string | undefined
  readonly title?: string
}

/** The same for a worker who leaves and one who is away: the open work, a line each, and who takes it over. */
export function ReassignCaseload({ caseload: { handoffs, restricted }, others, values, onChange, wrong, title }: Props) {
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
            value={values.to}
            onChange={(to) => onChange({ to })}
            placeholder={t('staff.leaving.pick')}
            error={wrong}
          />
        )}
        {restricted > 0 && <p className="second">{t('staff.leaving.restricted', { count: restricted })}</p>}
      </FormPageRow>
      {handoffs.length > 0 && (
        <CaseloadTable
          handoffs={handoffs}
          choices={choices}
          takers={values.takers}
          onTaker={(id, other) => onChange({ takers: setTaker(values.takers, id, other) })}
        />
      )}
    </>
  )
}
