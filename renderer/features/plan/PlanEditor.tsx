import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams, useSearchParams } from 'wouter'
import { getPlanTexts, type ContactPlan } from '#shared/domain/contact/contact-plan'
import { listUnansweredFields } from '#shared/domain/policy/form-fields'
import { formatDay } from '#shared/domain/core/wording'
import { describeFailure, useCall, useForm, useFormFields, useMinute, useOffice, useZone } from '../../office'
import { FormDraftNote, Name, linkToRecord } from '../../components'
import { Button, EmptyState, FormPage, FormPageFoot, Loading, PageHead } from '../../ui'
import { ChangedPlan } from './ChangedPlan'
import { validatePlanForm, toPlanForm, toContactPlan, type PlanFormValues } from './plan-form'
import { PlanRows } from './PlanRows'

interface CurrentPlan {
  readonly version: number
  readonly plan: ContactPlan
  readonly verified: { readonly at: number; readonly byName: string; readonly with: 'her' | 'source' } | null
}

/** The page '#/people/<id>/plan', with '?handoff=' where it was opened from and '?verify' when it is verified with the person. */
export function PlanEditor() {
  const { t } = useTranslation()
  const { personId } = useParams<{ personId: string }>()
  const read = useOffice('plan.read', { personId })
  if (read.failure)
    return (
      <main id="main" className="main states" tabIndex={-1}>
        <h1 className="hidden">{t('plan.title')}</h1>
        <EmptyState title={describeFailure(t, read.failure)} />
      </main>
    )
  if (read.value === undefined)
    return (
      <main id="main" className="main states" tabIndex={-1}>
        <Loading>{t('plan.loading')}</Loading>
      </main>
    )
  return <PlanEditorForm key={personId} personId={personId} current={read.value} readAgain={read.again} />
}

/**
 * P2: what saving does to the plan's verification: it stands again, it stands unchanged, or it ends because something changed. Said where
 * the hand is, before saving. Null where there was none and none is added.
 */
function describeVerificationChange(
  values: PlanFormValues,
  initial: PlanFormValues,
  current: CurrentPlan | null,
): 'her' | 'source' | 'ends' | 'stays' | null {
  if (values.verified !== 'no') return values.verified
  if (!current?.verified) return null
  const isChanged = JSON.stringify(toContactPlan(values)) !== JSON.stringify(toContactPlan(initial))
  return isChanged ? 'ends' : 'stays'
}

/** The complaints of the form in words, by the group of fields that shows them. */
function describeComplaints(
  t: TFunction,
  complaints: ReturnType<typeof validatePlanForm>,
): Partial<Record<'safe' | 'never' | 'days', string>> {
  return {
    ...(complaints.includes('neverHours') ? { never: t('plan.wrong.hours') } : {}),
    ...(complaints.includes('days') ? { days: t('plan.wrong.days') } : {}),
    ...(complaints.includes('noTimes')
      ? { safe: t('plan.wrong.noTimes') }
      : complaints.includes('safeTimes')
        ? { safe: t('plan.wrong.hours') }
        : {}),
  }
}

function PlanEditorForm({
  personId,
  current,
  readAgain,
}: {
  readonly personId: string
  readonly current: CurrentPlan | null
  readonly readAgain: () => void
}) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const [search] = useSearchParams()
  const now = useMinute()
  const zone = useZone()
  const [initial] = useState(() => toPlanForm(current, search.has('verify') ? 'her' : 'no'))
  const { send } = useCall('plan.save')
  const fields = useFormFields()
  const handoff = search.get('handoff')
  const form = useForm<PlanFormValues, unknown, string>({
    id: 'plan',
    of: personId,
    initial,
    keepsAlways: ['basedOn', 'base'],
    validate: (typed) => {
      const empty = listUnansweredFields('plan', fields.settings, getPlanTexts(typed))
      return {
        ...Object.fromEntries(empty.map((field) => [field, t('failure.refused.field_required')])),
        ...describeComplaints(t, validatePlanForm(typed)),
      }
    },
    send: (typed) =>
      send({
        personId,
        basedOn: typed.basedOn,
        plan: structuredClone(toContactPlan(typed)) as never,
        verifiedWith: typed.verified === 'no' ? null : typed.verified,
      }),
    findField: (path, _typed, failure) =>
      failure.kind === 'refused' && failure.reason === 'no_safe_hours' ? 'safe' : path.startsWith('plan.') ? path.slice(5) : null,
    onRefused: (failure) => {
      if (failure.kind !== 'refused' || failure.reason !== 'changed_meanwhile') return
      readAgain()
      requestAnimationFrame(() => document.querySelector('#main .form-sheet > .notice')?.scrollIntoView({ block: 'nearest' }))
    },
    onClose: () => (handoff ? go(linkToRecord(handoff)) : history.back()),
    keys: { send: t('plan.save'), close: t('plan.back') },
  })
  const { values, change: set, error: wrong, tried } = form
  const hoursWrong = { safe: wrong('safe'), never: wrong('never'), days: wrong('days') }
  const isIncomplete =
    tried && (validatePlanForm(values).length > 0 || listUnansweredFields('plan', fields.settings, getPlanTexts(values)).length > 0)
  const verification = describeVerificationChange(values, initial, current)
  if (!form.ready || !fields.ready)
    return (
      <main id="main" className="main states" tabIndex={-1}>
        <Loading>{t('plan.loading')}</Loading>
      </main>
    )
  return (
    <main id="main" className="main" tabIndex={-1}>
      <form className="form-page whole" aria-labelledby="plan-title" {...form.props}>
        <PageHead
          title={<span id="plan-title">{t('plan.title')}</span>}
          actions={
            <>
              <FormDraftNote form={form} />
              {form.restored && (
                <Button look="bare" onPress={form.startAnew}>
                  {t('plan.anew')}
                </Button>
              )}
            </>
          }
        >
          {current === null ? (
            t('plan.first')
          ) : current.verified ? (
            <>
              {t(`plan.wasVerified.${current.verified.with}`, { day: formatDay(current.verified.at, now, zone) })}{' '}
              <Name>{current.verified.byName}</Name>.
            </>
          ) : (
            t('plan.wasNotVerified')
          )}
        </PageHead>
        <FormPage>
          {current && <ChangedPlan form={values} set={set} current={current} />}
          <PlanRows {...{ form: values, set, wrong, checked: tried, hoursWrong }} />
        </FormPage>
        <FormPageFoot
          why={form.failure ?? (isIncomplete && t('plan.wrong.foot'))}
          actions={
            <>
              <Button look="bare" keys="Esc" onPress={form.cancel}>
                {t('plan.back')}
              </Button>
              <Button look="do" size="tall" keys="Ctrl Enter" onPress={form.submit} busy={form.sending}>
                {t('plan.save')}
              </Button>
            </>
          }
        >
          <p className="second">
            {verification && <b>{t(`plan.saves.${verification}`)}</b>} {t('plan.foot')}
          </p>
        </FormPageFoot>
      </form>
    </main>
  )
}
