import { useTranslation } from 'react-i18next'
import { Field } from '../../ui'
import { SetupStepHead, type SetupStepProps } from './BasicSteps'

/** The first policy: the contact standard (C2), shifts, and whom to call (P1). */
export function PolicyStep({ form, change, complaints }: SetupStepProps) {
  const { t } = useTranslation()
  return (
    <>
      <SetupStepHead title={t('setup.policy.title')} say={t('setup.policy.say')} />
      <div className="stack">
        <div className="pair-row">
          <Field
            label={t('setup.policy.hours')}
            className="short"
            value={form.hours}
            onChange={(hours) => change({ hours })}
            autoFocus
            hint={t('setup.policy.hoursUnit')}
            error={complaints.hours && t('setup.policy.hoursError')}
          />
          <Field
            label={t('setup.policy.shifts')}
            value={form.shifts}
            onChange={(shifts) => change({ shifts })}
            hint={t('setup.policy.shiftsHint')}
            error={complaints.shifts && t('setup.policy.shiftsError')}
          />
        </div>
        <Field
          label={t('setup.policy.police')}
          className="short"
          type="tel"
          dir="ltr"
          value={form.police}
          onChange={(police) => change({ police })}
          hint={t('setup.policy.policeHint')}
          error={complaints.police && t('setup.policy.policeError')}
        />
        <fieldset className="choice-set">
          <legend className="label">{t('setup.policy.supervisor')}</legend>
          <div className="pair-row even">
            <Field
              label={t('setup.policy.supervisorName')}
              value={form.supervisorName}
              onChange={(supervisorName) => change({ supervisorName })}
              error={complaints.supervisorName && t('setup.policy.supervisorError')}
            />
            <Field
              label={t('setup.policy.supervisorPhone')}
              type="tel"
              dir="ltr"
              value={form.supervisorPhone}
              onChange={(supervisorPhone) => change({ supervisorPhone })}
              error={complaints.supervisorPhone && t('setup.policy.phoneError')}
            />
          </div>
        </fieldset>
      </div>
    </>
  )
}
