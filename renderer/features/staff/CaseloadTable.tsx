import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract/index'
import type { HandoffId, StaffId } from '#shared/domain/core/ids'
import { formatTimeLeft } from '#shared/domain/core/wording'
import { useMinute } from '../../office'
import { Name } from '../../components'
import { Select, TableScroll, type SelectOption } from '../../ui'
import css from './staff.module.css'

const AS_ALL = 'as_all'

interface Props {
  readonly handoffs: Output<'staff.readLeaving'>['handoffs']
  readonly choices: readonly SelectOption<StaffId>[]
  readonly takers: Readonly<Record<HandoffId, StaffId>>
  readonly onTaker: (id: HandoffId, other: StaffId | null) => void
}

/** The worker's open work, a line each, and who takes it over if not the one who takes the rest. */
export function CaseloadTable({ handoffs, choices, takers, onTaker }: Props) {
  const { t } = useTranslation()
  const now = useMinute()
  return (
    <div className={css.caseload}>
      <TableScroll label={t('staff.leaving.hers')}>
        <table className="tbl plain-tbl">
          <thead>
            <tr>
              <th scope="col">{t('staff.leaving.record')}</th>
              <th scope="col">{t('staff.leaving.due')}</th>
              <th scope="col">{t('staff.leaving.goesTo')}</th>
            </tr>
          </thead>
          <tbody>
            {handoffs.map(({ handoffId, number, label, clockAt }) => (
              <tr key={handoffId}>
                <th scope="row">
                  {t('staff.leaving.number')} {number} <Name>{label}</Name>
                </th>
                <td>{clockAt === null ? t('staff.leaving.noClock') : formatTimeLeft(clockAt, now)}</td>
                <td>
                  <Select
                    label={t('staff.leaving.rowTo', { number })}
                    quietLabel
                    options={[{ value: AS_ALL, label: t('staff.leaving.asAll') }, ...choices]}
                    value={takers[handoffId] ?? AS_ALL}
                    onChange={(value) => onTaker(handoffId, value === AS_ALL ? null : (value as StaffId))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </div>
  )
}
