import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { Output } from '#shared/contract/index'
import type { PartnerView } from '#shared/contract/partners'
import { STANDARD_MODES } from '#shared/domain/vocabulary'
import { nowOf, PLACES, useCall } from '../../office'
import { Choices, durationOf, LeafRow, Loading } from '../../ui'
import { Answer } from './Answer'
import { standardOf, type Version } from './form'
import { FromRow } from './FromRow'
import { Preview } from './Preview'
import { RuleRows } from './RuleRows'
import { rulesOf, shownForm, sourceFormOf, turned, type OwnRow, type SourceFormValue } from './source-form'
import { StandardLeaf } from './StandardLeaf'
import { Standards } from './Standards'
import { useStandardForm } from './use-standard-form'
import { WaitRows } from './WaitRows'
import css from './Policy.module.css'

interface Props {
  readonly told: Output<'policy.read'>
  readonly current: Version
  readonly source: PartnerView
  readonly mayChange: boolean
  readonly mayPreview: boolean
  readonly onSaved: () => void
}

/** C2: one source's own standard from a day on: measured, piloted or committed, and whatever else it has of its own. */
export function SourceForm({ told, current: { policy }, source, mayChange, mayPreview, onSaved }: Props) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const [initial] = useState(() => sourceFormOf(source, policy, mayChange ? nowOf() : Number.POSITIVE_INFINITY))
  const { send, sending } = useCall('partner.setStandard')
  const leaf = useStandardForm<SourceFormValue>({
    key: `standard:${source.id}`,
    initial,
    shown: (typed) => shownForm(typed, policy),
    send: (form, from) =>
      send({ id: source.id, standard: { from, hours: standardOf(form.standard) ?? 0, mode: form.mode, rules: rulesOf(form) } }),
    onSaved,
  })
  if (!leaf.ready) return <Loading>{t('policy.loading')}</Loading>
  const { form, set, wrong } = leaf
  const { inForce } = source
  const row = {
    form,
    set,
    wrong,
    mayChange,
    own: {
      rows: form.own,
      turn: (which: OwnRow, own: boolean) => set(turned(form, which, own)),
    },
  }
  const hours = standardOf(form.standard) || inForce.hours
  const secondWindow = durationOf(form.window) ?? policy.secondWindow
  return (
    <StandardLeaf
      {...leaf}
      title={<bdi dir="auto">{t('policy.titleOf', { name: source.name })}</bdi>}
      say={
        <>
          {t('policy.sayOf')} <Link href={PLACES.policy}>{t('policy.house', { hours: policy.standardHours })}</Link>
        </>
      }
      mayChange={mayChange}
      busy={sending}
      onSave={() => void leaf.save()}
      onLeave={() => {
        leaf.drop()
        go(PLACES.partner(source.id))
      }}
      failure={leaf.unplaced}
      beside={mayPreview && <Preview input={{ partner: source.id, standardHours: Math.max(1, hours), secondWindow }} />}
    >
      {mayChange && (
        <LeafRow label={t('policy.standing')}>
          <Choices
            label={t('policy.standing')}
            quietLabel
            value={form.mode}
            onChange={(mode) => set({ mode })}
            options={STANDARD_MODES.map((value) => ({ value, label: t(`word.standardMode.${value}`) }))}
          />
          <p className="second">{t(`partners.modeIs.${form.mode}`)}</p>
        </LeafRow>
      )}
      <LeafRow label={t('policy.standard')} wrong={Boolean(wrong('standard'))}>
        <div className={css['line']}>
          {form.mode === 'pilot' && wrong('standard') && <p className="error">{wrong('standard')}</p>}
          <Answer
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
      </LeafRow>
      <RuleRows {...row} hours={hours} owner={told.owner} />
      {mayChange && <FromRow {...row} />}
      <WaitRows {...row} />
      <Standards source={source} />
    </StandardLeaf>
  )
}
