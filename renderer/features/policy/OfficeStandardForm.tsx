import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { Output } from '#shared/contract/index'
import type { Policy } from '#shared/domain/policy/policy'
import { findPolicyClash } from '#shared/domain/policy/source-rules'
import { formatDay } from '#shared/domain/core/wording'
import { ROUTES, useCall, useMinute, useZone } from '../../office'
import { parseDuration, Name } from '../../components'
import { FormPageRow, Loading } from '../../ui'
import { PolicyAnswer } from './PolicyAnswer'
import { toPolicyForm, toPolicy, parseStandard, type PolicyFormValues, type PolicyVersion } from './policy-form'
import { FromDateRow } from './FromDateRow'
import { MeetingStepRows } from './MeetingStepRows'
import { OtherRuleRows } from './OtherRuleRows'
import { StandardPreview } from './StandardPreview'
import { ReleaseRows } from './ReleaseRows'
import { RuleRows } from './RuleRows'
import { StandardFormPage } from './StandardFormPage'
import { useStandardForm } from './use-standard-form'
import { PolicyVersions } from './PolicyVersions'
import css from './policy.module.css'

/** Which page of the policy it is; each has a draft of its own. */
export type PolicyPart = 'standard' | 'steps'

interface Props {
  readonly part: PolicyPart
  readonly policies: Output<'policy.read'>
  readonly current: PolicyVersion
  readonly mayChange: boolean
  readonly mayPreview: boolean
  readonly onSaved: () => void
}

const keepForm = (form: PolicyFormValues): PolicyFormValues => form

/** The office's own standard as a form: what happens when, from which day; beside it the last 90 days under the draft. */
export function OfficeStandardForm({ part, policies, current, mayChange, mayPreview, onSaved }: Props) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const now = useMinute()
  const zone = useZone()
  // A new version follows the last one, even if that is still to come; a reader sees the one in force.
  const newest = (mayChange ? policies.versions[0] : undefined) ?? current
  const [initial] = useState(() => toPolicyForm(newest.policy))
  const { send } = useCall('policy.save')
  const standardForm = useStandardForm({
    of: `${part}:${newest.version}`,
    initial,
    mayChange,
    shown: keepForm,
    send: (form, from) => send({ basedOn: newest.version, from, policy: toPolicy(form) }),
    onSaved,
    onLeave: () => go(ROUTES.settings),
  })
  if (!standardForm.form.ready) return <Loading>{t('policy.loading')}</Loading>
  const { values: form, set, wrong, day, changed, refusal } = standardForm
  const row = { form, set, wrong, mayChange }
  const hours = parseStandard(form.standard)
  const was = current.policy.standardHours
  const secondWindow = parseDuration(form.window) ?? current.policy.secondWindow
  const clashes = refusal?.kind === 'refused' && refusal.reason === 'sources_do_not_fit'
  const draft: Policy | null = clashes && standardForm.complete ? { ...toPolicy(form), version: newest.version + 1 } : null
  const clashing = draft === null ? [] : policies.partners.filter((one) => findPolicyClash(draft, one) !== null)
  return (
    <StandardFormPage
      form={standardForm.form}
      day={day}
      changed={changed}
      title={t(part === 'steps' ? 'settings.nav.meetingSteps' : 'policy.title')}
      say={t(part === 'steps' ? 'policy.stepsSay' : 'policy.say')}
      mayChange={mayChange}
      follows={
        <>
          <p>
            <b>
              {!changed || hours === null || !day
                ? t('policy.noChange')
                : t(hours === was ? 'policy.stays' : 'policy.becomes', { was, will: hours, when: t('policy.when', { day }) })}
            </b>
          </p>
          {clashing.length > 0 && (
            <p>
              {t('policy.clash')}{' '}
              {[...new Map(clashing.map((one) => [one.id, one.name]))].map(([id, name]) => (
                <Link key={id} href={ROUTES.partnerPolicy(id)} className={css['clash']}>
                  <Name>{name}</Name>
                </Link>
              ))}
            </p>
          )}
        </>
      }
      beside={
        part === 'standard' &&
        mayPreview && <StandardPreview input={{ partner: null, standardHours: Math.max(1, hours ?? was), secondWindow }} />
      }
    >
      {part === 'steps' ? (
        <>
          <MeetingStepRows {...row} />
          {mayChange && <FromDateRow {...row} />}
          <PolicyVersions policies={policies} />
        </>
      ) : (
        <>
          <FormPageRow label={t('policy.standard')} hasError={Boolean(wrong('standard'))}>
            <div className={css['line']}>
              <PolicyAnswer {...row} field="standard" label={t('policy.standard')} className={css['day'] ?? ''} />
              <span className="second">{t('policy.standardNow', { hours: was, when: formatDay(current.from, now, zone) })}</span>
            </div>
          </FormPageRow>
          <RuleRows {...row} hours={hours ?? was} owner={policies.owner} />
          {mayChange && <FromDateRow {...row} />}
          <OtherRuleRows {...row} />
          <ReleaseRows {...row} />
          <PolicyVersions policies={policies} />
        </>
      )}
    </StandardFormPage>
  )
}
