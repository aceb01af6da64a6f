import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams, useSearchParams } from 'wouter'
import type { Failure } from '#shared/contract/call'
import { getPlanTexts, type ContactPlan } from '#shared/domain/contact/contact-plan'
import { listUnansweredFields } from '#shared/domain/policy/form-fields'
import { formatDay, formatTime } from '#shared/domain/core/wording'
import { describeFailure, describeFieldFailure, useCall, useDraft, useFormFields, useMinute, useOffice, useZone } from '../../office'
import {
  Button,
  DraftNote,
  EmptyState,
  FormPage,
  FormPageFoot,
  Loading,
  Name,
  PageHead,
  linkToRecord,
  focusFirstError,
  useCommands,
} from '../../ui'
import { ChangedPlan } from './ChangedPlan'
import { validatePlanForm, toPlanForm, toContactPlan } from './plan-form'
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
  const draft = useDraft(`plan.${personId}`, initial)
  const { send, sending } = useCall('plan.save')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [checked, setChecked] = useState(false)
  const form = draft.value
  const handoff = search.get('handoff')
  const leave = () => (handoff ? go(linkToRecord(handoff)) : history.back())
  const set = (part: Partial<typeof form>) => {
    draft.change((before) => ({ ...before, ...part }))
    setFailure(null)
  }
  const fields = useFormFields()
  const complaints = checked ? validatePlanForm(form) : []
  const empty = checked ? listUnansweredFields('plan', fields.settings, getPlanTexts(form)) : []
  const noHours = failure?.kind === 'refused' && failure.reason === 'no_safe_hours'
  const wrong = (path: string) =>
    (empty as readonly string[]).includes(path) ? t('failure.refused.field_required') : describeFieldFailure(t, failure, `plan.${path}`)
  const hoursWrong = {
    safe: noHours
      ? t('failure.refused.no_safe_hours')
      : complaints.includes('noTimes')
        ? t('plan.wrong.noTimes')
        : complaints.includes('safeTimes')
          ? t('plan.wrong.hours')
          : undefined,
    never: complaints.includes('neverHours') ? t('plan.wrong.hours') : undefined,
    days: complaints.includes('days') ? t('plan.wrong.days') : undefined,
  }
  const save = async () => {
    setChecked(true)
    if (validatePlanForm(form).length > 0 || listUnansweredFields('plan', fields.settings, getPlanTexts(form)).length > 0)
      return focusFirstError()
    const { verified } = form
    const answer = await send({
      personId,
      basedOn: form.basedOn,
      plan: structuredClone(toContactPlan(form)) as never,
      verifiedWith: verified === 'no' ? null : verified,
    })
    if (answer.ok) {
      await draft.drop()
      return leave()
    }
    setFailure(answer.failure)
    if (answer.failure.kind === 'refused' && answer.failure.reason === 'changed_meanwhile') {
      readAgain()
      return requestAnimationFrame(() => document.querySelector('#main .form-sheet > .notice')?.scrollIntoView({ block: 'nearest' }))
    }
    focusFirstError()
  }
  useCommands([
    { id: 'save-plan', label: t('plan.save'), keys: 'Ctrl Enter', run: () => void save() },
    { id: 'leave-plan', label: t('plan.back'), keys: 'Esc', run: leave },
  ])
  if (!draft.ready || !fields.ready)
    return (
      <main id="main" className="main states" tabIndex={-1}>
        <Loading>{t('plan.loading')}</Loading>
      </main>
    )
  return (
    <main id="main" className="main" tabIndex={-1}>
      <form
        className="form-page whole"
        aria-labelledby="plan-title"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void save()
        }}
      >
        <PageHead
          title={<span id="plan-title">{t('plan.title')}</span>}
          actions={
            <>
              <DraftNote>
                {draft.savedAt !== null &&
                  t(draft.found ? 'frame.draftRestored' : 'frame.draftSaved', { time: formatTime(draft.savedAt, zone) })}
              </DraftNote>
              {draft.found && (
                <Button look="bare" onPress={() => void draft.drop()}>
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
          {current && <ChangedPlan form={form} set={set} current={current} />}
          <PlanRows {...{ form, set, wrong, checked, hoursWrong }} />
        </FormPage>
        <FormPageFoot
          why={failure ? describeFailure(t, failure) : complaints.length + empty.length > 0 && t('plan.wrong.foot')}
          actions={
            <>
              <Button look="bare" keys="Esc" onPress={leave}>
                {t('plan.back')}
              </Button>
              <Button look="do" size="tall" keys="Ctrl Enter" onPress={() => void save()} busy={sending}>
                {t('plan.save')}
              </Button>
            </>
          }
        >
          <p className="second">{t('plan.foot')}</p>
        </FormPageFoot>
      </form>
    </main>
  )
}
