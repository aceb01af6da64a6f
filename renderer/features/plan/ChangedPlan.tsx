import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ContactPlan } from '#shared/domain/contact/contact-plan'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { useMinute, useZone } from '../../office'
import { Name, describeSafeHours, describeWeeklyHours } from '../../components'
import { Banner, Button } from '../../ui'
import { toPlanFields, type PlanPartProps } from './plan-form'

interface Props extends Pick<PlanPartProps, 'form' | 'set'> {
  readonly current: {
    readonly version: number
    readonly plan: ContactPlan
    readonly verified: { readonly at: number; readonly byName: string; readonly with: 'her' | 'source' } | null
  }
}

/** Another worker saved a newer version while this one was being written (P5). What was typed stays; the other changes are listed. */
export function ChangedPlan({ form, set, current }: Props) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  if (current.version === form.basedOn) return null
  const keys = (Object.keys(current.plan) as (keyof ContactPlan)[]).filter(
    (key) => JSON.stringify(current.plan[key]) !== JSON.stringify(form.base[key]),
  )
  const theirs = toPlanFields(current.plan)
  return (
    <Banner acts={<Button onPress={() => set({ basedOn: current.version, base: current.plan })}>{t('plan.changed.goOn')}</Button>}>
      <b>{t('plan.changed.title')}</b>{' '}
      {current.verified ? (
        <>
          {t(`plan.changed.verified.${current.verified.with}`, { when: formatDayAndTime(current.verified.at, now, zone) })}{' '}
          <Name>{current.verified.byName}</Name>. {t('plan.changed.saveAsks')}
        </>
      ) : (
        t('plan.changed.unverified')
      )}{' '}
      {keys.length === 0 ? t('plan.changed.nothing') : t('plan.changed.what')}
      {keys.length > 0 && (
        <ul className="changes">
          {keys.map((key) => (
            <li key={key}>
              <span>
                {t(`plan.fields.${key}`)}: {describePlanValue(t, current.plan, key)}
              </span>{' '}
              <Button
                look="bare"
                className="inline"
                label={t('plan.changed.takeNamed', { what: t(`plan.fields.${key}`) })}
                onPress={() => set(theirs[key])}
              >
                {t('plan.changed.take')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Banner>
  )
}

function describePlanValue(t: TFunction, plan: ContactPlan, key: keyof ContactPlan): string {
  switch (key) {
    case 'safeHours':
      return describeSafeHours(t, plan.safeHours)
    case 'neverHours':
      return describeWeeklyHours(t, plan.neverHours) || t('plan.nothing')
    case 'mayContact':
      return t(`vocabulary.mayContact.${plan.mayContact}`)
    case 'speech':
      return t(`plan.speechIs.${plan.speech}`)
    case 'mail':
      return t(`plan.mailIs.${plan.mail}`)
    case 'interpreter':
      return t(`plan.interpreterIs.${plan.interpreter}`)
    // A number or a code word is not shown casually (P1, P6).
    case 'ways':
      return plan.ways.map((way) => way.label || t(`plan.wayKind.${way.kind}`)).join(', ') || t('plan.nothing')
    case 'codeWords':
      return t('plan.changed.notShown')
    case 'relay':
      return plan.relay?.who ?? t('plan.nothing')
    case 'monitoringWorry':
    case 'sourceMayHelp':
      return t(plan[key] ? 'plan.yes' : 'plan.no')
    case 'reverifyAfterDays':
      return String(plan.reverifyAfterDays)
    case 'nameToUse':
    case 'whoMayAnswer':
    case 'ifSomeoneElse':
    case 'ifLineDrops':
    case 'language':
    case 'dialect':
    case 'signal':
      return plan[key] || t('plan.nothing')
  }
}
