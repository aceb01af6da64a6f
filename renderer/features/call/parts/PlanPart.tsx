import { useTranslation } from 'react-i18next'
import { formatDay, formatTime } from '#shared/domain/core/wording'
import { useMinute, useZone } from '../../../office'
import { Mark } from '../../../components'
import { Button } from '../../../ui'
import { PlanLineForm, useTypedPlanLine, type PlanLineView } from './PlanLineForm'
import { useMeetingSession } from '../meeting-session'
import css from '../call.module.css'

/** Lines of the plan as people say them: what, who, by when. A line without a date does not stop the meeting; closing asks for it (M3). */
export function PlanPart() {
  const { t } = useTranslation()
  const { view } = useMeetingSession()
  const line = useTypedPlanLine()
  return (
    <div className={css.plan}>
      <table className={css.lines} aria-label={t('meeting.steps.line.table')}>
        <thead>
          <tr>
            <PlanColumns />
            <th scope="col">
              <span className="hidden">{t('meeting.steps.line.change')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {view.lines.map((one) => (
            <tr key={one.no} className={one.no === line.no ? css.typing : undefined}>
              <td dir="auto">{one.what}</td>
              <td>
                <PlanLineOwner line={one} />
              </td>
              <td>
                <PlanLineDue line={one} />
              </td>
              <td>
                <Button look="bare" label={t('meeting.steps.line.edit', { what: one.what })} onPress={() => line.edit(one)}>
                  {t('meeting.steps.line.change')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <PlanLineForm line={line} />
      <p className="second">{t('meeting.steps.line.note')}</p>
    </div>
  )
}

/** The heads of a plan's columns: what, who, when. */
export function PlanColumns() {
  const { t } = useTranslation()
  return (['what', 'who', 'when'] as const).map((column) => (
    <th key={column} scope="col">
      {t(`meeting.steps.line.${column}`)}
    </th>
  ))
}

/** Shows who was named, and the owner on our side where that is another person (H1). */
export function PlanLineOwner({ line }: { readonly line: PlanLineView }) {
  const { t } = useTranslation()
  if (line.owner === null)
    return (
      <>
        {line.who && <bdi dir="auto">{line.who} </bdi>}
        <Mark kind="missing">{t('meeting.steps.line.noPerson')}</Mark>
      </>
    )
  return (
    <>
      <bdi dir="auto">{line.who || line.owner.name}</bdi>
      {line.who !== '' && line.who !== line.owner.name && (
        <span className={`second ${css.sees}`} dir="auto">
          {line.owner.name}
        </span>
      )}
    </>
  )
}

export function PlanLineDue({ line }: { readonly line: PlanLineView }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  return line.dueAt === null ? (
    <Mark kind="missing">{t('meeting.steps.line.noDate')}</Mark>
  ) : (
    <>
      <b>{formatDay(line.dueAt, now, zone)}</b> {formatTime(line.dueAt, zone)}
    </>
  )
}
