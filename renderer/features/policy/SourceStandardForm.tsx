import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { Output } from '#shared/contract/index'
import type { PartnerView } from '#shared/contract/office/partner'
import { STANDARD_MODES } from '#shared/domain/core/vocabulary'
import { readNow, ROUTES, useCall } from '../../office'
import { parseDuration } from '../../components'
import { Choices, FormPageRow, Loading } from '../../ui'
import { PolicyAnswer } from './PolicyAnswer'
import { parseStandard, type PolicyVersion } from './policy-form'
import { FromDateRow } from './FromDateRow'
import { StandardPreview } from './StandardPreview'
import { RuleRows } from './RuleRows'
import { toSourceRules, toShownForm, toSourceForm, switchRow, type OwnRuleRow, type SourceFormValue } from './source-form'
import { StandardFormPage } from './StandardFormPage'
import { SourceStandards } from './SourceStandards'
import { useStandardForm } from './use-standard-form'
import { WaitRows } from './WaitRows'
import css from './policy.module.css'

interface Props {
  readonly policies: Output<'policy.read'>
  readonly current: PolicyVersion
  readonly source: PartnerView
  readonly mayChange: boolean
  readonly mayPreview: boolean
  readonly onSaved: () => void
}

/** One source's own standard from a day on: measured, piloted or committed, and its other own rules (C2). */
export function SourceStandardForm({ policies, current: { policy }, source, mayChange, mayPreview, onSaved }: Props) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const [initial] = useState(() => toSourceForm(source, policy, mayChange ? readNow() : Number.POSITIVE_INFINITY))
  const { send } = useCall('partner.saveStandard')
  const standardForm = useStandardForm<SourceFormValue>({
    of: source.id,
    initial,
    mayChange,
    shown: (typed) => toShownForm(typed, policy),
    send: (form, from) =>
      send({ id: source.id, standard: { from, hours: parseStandard(form.standard) ?? 0, mode: form.mode, rules: toSourceRules(form) } }),
    onSaved,
    onLeave: () => go(ROUTES.partner(source.id)),
  })
  if (!standardForm.form.ready) return <Loading>{t('policy.loading')}</Loading>
  const { values: form, set, wrong, day, changed } = standardForm
  const { inForce } = source
  const row = {
    form,
    set,
    wrong,
    mayChange,
    own: {
      rows: form.own,
      turn: (which: OwnRuleRow, own: boolean) => set(switchRow(form, which, own)),
    },
  }
  const hours = parseStandard(form.standard) || inForce.hours
  const secondWindow = parseDuration(form.window) ?? policy.secondWindow
  return (
    <StandardFormPage
      form={standardForm.form}
      day={day}
      changed={changed}
      title={<bdi dir="auto">{t('policy.titleOf', { name: source.name })}</bdi>}
      say={
        <>
          {t('policy.sayOf')} <Link href={ROUTES.policy}>{t('policy.house', { hours: policy.standardHours })}</Link>
        </>
      }
      mayChange={mayChange}
      beside={mayPreview && <StandardPreview input={{ partner: source.id, standardHours: Math.max(1, hours), secondWindow }} />}
    >
      {mayChange && (
        <FormPageRow label={t('policy.standardKind')}>
          <Choices
            label={t('policy.standardKind')}
            quietLabel
            value={form.mode}
            onChange={(mode) => set({ mode })}
            options={STANDARD_MODES.map((value) => ({ value, label: t(`word.standardMode.${value}`) }))}
          />
          <p className="second">{t(`partners.modeIs.${form.mode}`)}</p>
        </FormPageRow>
      )}
      <FormPageRow label={t('policy.standard')} hasError={Boolean(wrong('standard'))}>
        <div className={css['line']}>
          {form.mode === 'pilot' && wrong('standard') && <p className="error">{wrong('standard')}</p>}
          <PolicyAnswer
            {...row}
            mayChange={mayChange && form.mode !== 'pilot'}
            field="standard"
            label={t('policy.standard')}
            className={css['day'] ?? ''}
          />
          <span className="second">
            {form.mode === 'pilot'
              ? t('policy.pilotHours')
              : t(`partners.inForce.${inForce.own ? inForce.mode : 'house'}`, { hours: inForce.hours })}
          </span>
        </div>
      </FormPageRow>
      <RuleRows {...row} hours={hours} owner={policies.owner} />
      {mayChange && <FromDateRow {...row} />}
      <WaitRows {...row} />
      <SourceStandards source={source} />
    </StandardFormPage>
  )
}
