import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { ROUTES } from '../../../office'
import { Choices, useCommands } from '../../../ui'
import { useMeetingSession } from '../meeting-session'
import css from '../call.module.css'

/** C4 (a), H10: whether the person says that the contact plan is right, so that nobody has to ask again after the meeting. */
export function WayBackPart() {
  const { t } = useTranslation()
  const { view, sendCommand } = useMeetingSession()
  const answer = (verified: boolean) => void sendCommand({ kind: 'check_plan', verified })
  const isAsked = view.withoutHer === null
  useCommands(
    isAsked
      ? [
          { id: 'call-plan-right', label: t('meeting.steps.planCheck.yes'), keys: '1', run: () => answer(true) },
          { id: 'call-plan-later', label: t('meeting.steps.planCheck.no'), keys: '2', run: () => answer(false) },
        ]
      : [],
  )
  if (!isAsked) return null
  return (
    <div className={`stack ${css.answer}`}>
      <Choices
        label={t('meeting.steps.planCheck.label')}
        value={view.planVerified === null ? null : view.planVerified ? 'yes' : 'no'}
        options={[
          { value: 'yes', label: t('meeting.steps.planCheck.yes'), keys: '1' },
          { value: 'no', label: t('meeting.steps.planCheck.no'), keys: '2' },
        ]}
        onChange={(value) => answer(value === 'yes')}
      />
      <p className="second">{t('meeting.steps.planCheck.hint')}</p>
      {view.planMissing.length > 0 && (
        <p className="acts">
          <span>
            {t('record.confirm.wayMissing', { what: view.planMissing.map((part) => t(`record.confirm.planMissing.${part}`)).join(', ') })}
          </span>
          <Link className="btn" href={`${ROUTES.plan(view.personId)}?handoff=${view.handoffId}`}>
            {t('record.confirm.wayWrite')}
          </Link>
        </p>
      )}
    </div>
  )
}
