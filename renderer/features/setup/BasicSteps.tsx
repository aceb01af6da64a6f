import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatLongDay, formatTime } from '#shared/domain/core/wording'
import { useMinute, type Form } from '../../office'
import { ComboBox, Field } from '../../ui'
import type { SetupFormErrors, SetupForm } from './setup-form'

export interface SetupStepProps {
  readonly form: SetupForm
  readonly change: (part: Partial<SetupForm>) => void
  readonly complaints: SetupFormErrors
  /** The form that Enter sends. */
  readonly whole: Pick<Form<object>, 'props'>
}

/** Enter continues, as expected of a one-line form. */
export function EnterForm({ form, children }: { readonly form: Pick<Form<object>, 'props'>; readonly children: ReactNode }) {
  return (
    <form {...form.props}>
      {children}
      <button type="submit" className="hidden" tabIndex={-1} aria-hidden="true" />
    </form>
  )
}

export function SetupStepHead({ title, say }: { readonly title: ReactNode; readonly say: ReactNode }) {
  return (
    <>
      <h1>{title}</h1>
      <p className="say">{say}</p>
    </>
  )
}

export function ShelterStep({ form, change, complaints, whole }: SetupStepProps) {
  const { t } = useTranslation()
  const wrong = complaints.shelter
  return (
    <>
      <SetupStepHead title={t('setup.shelter.title')} say={t('setup.shelter.say')} />
      <EnterForm form={whole}>
        <Field
          label={t('setup.shelter.label')}
          value={form.shelter}
          onChange={(shelter) => change({ shelter })}
          autoFocus
          error={wrong && (wrong === 'long' ? t('setup.shelter.long', { count: form.shelter.length }) : t('setup.shelter.error'))}
        />
      </EnterForm>
    </>
  )
}

export function DirectorStep({ form, change, complaints, whole }: SetupStepProps) {
  const { t } = useTranslation()
  const wrong = complaints.director
  return (
    <>
      <SetupStepHead title={t('setup.director.title')} say={t('setup.director.say')} />
      <EnterForm form={whole}>
        <Field
          label={t('setup.director.label')}
          value={form.director}
          onChange={(director) => change({ director })}
          autoFocus
          error={wrong && (wrong === 'long' ? t('setup.director.long', { count: form.director.length }) : t('setup.director.error'))}
        />
      </EnterForm>
    </>
  )
}

/** Formats a zone: 'America/Argentina/Buenos_Aires' → 'Buenos Aires, Argentina, America', because people look for their city. */
const formatZone = (zone: string): string => zone.replaceAll('_', ' ').split('/').toReversed().join(', ')

export function ZoneStep({ form, change, complaints, zones }: SetupStepProps & { readonly zones: readonly string[] }) {
  const { t } = useTranslation()
  const now = useMinute()
  return (
    <>
      <SetupStepHead title={t('setup.zone.title')} say={t('setup.zone.say')} />
      <ComboBox
        label={t('setup.zone.label')}
        value={form.zone || null}
        options={zones.map((zone) => ({ value: zone, label: formatZone(zone) }))}
        onChange={(zone) => change({ zone: zone ?? '' })}
        error={complaints.zone && t('setup.zone.error')}
        hint={
          form.zone ? t('setup.zone.now', { time: formatTime(now, form.zone), day: formatLongDay(now, form.zone) }) : t('setup.zone.hint')
        }
      />
    </>
  )
}
