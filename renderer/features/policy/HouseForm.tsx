import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { Output } from '#shared/contract/index'
import type { Policy } from '#shared/domain/policy'
import { clashOf } from '#shared/domain/source-rules'
import { dayOf } from '#shared/domain/wording'
import { PLACES, useCall, useMinute, useZone } from '../../office'
import { durationOf, LeafRow, Loading, Name } from '../../ui'
import { Answer } from './Answer'
import { formOf, policyOf, standardOf, type PolicyForm, type Version } from './form'
import { FromRow } from './FromRow'
import { MoreRows } from './MoreRows'
import { Preview } from './Preview'
import { ReleaseRows } from './ReleaseRows'
import { RuleRows } from './RuleRows'
import { StandardLeaf } from './StandardLeaf'
import { useStandardForm } from './use-standard-form'
import { Versions } from './Versions'
import css from './Policy.module.css'

interface Props {
  readonly told: Output<'policy.read'>
  readonly current: Version
  readonly mayChange: boolean
  readonly mayPreview: boolean
  readonly onSaved: () => void
}

const asTyped = (form: PolicyForm): PolicyForm => form

/** The office's own standard as a form: what happens when, from which day; beside it the last 90 days under the draft. */
export function HouseForm({ told, current, mayChange, mayPreview, onSaved }: Props) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const now = useMinute()
  const zone = useZone()
  // What is written next follows the last word, also one that is still to come; who only reads, reads what holds.
  const newest = (mayChange ? told.versions[0] : undefined) ?? current
  const [initial] = useState(() => formOf(newest.policy))
  const { send, sending } = useCall('policy.save')
  const leaf = useStandardForm({
    key: `standard:${newest.version}`,
    initial,
    shown: asTyped,
    send: (form, from) => send({ basedOn: newest.version, from, policy: policyOf(form) }),
    onSaved,
  })
  if (!leaf.ready) return <Loading>{t('policy.loading')}</Loading>
  const { form, set, wrong, day, changed, failure } = leaf
  const row = { form, set, wrong, mayChange }
  const hours = standardOf(form.standard)
  const was = current.policy.standardHours
  const secondWindow = durationOf(form.window) ?? current.policy.secondWindow
  const clashes = failure?.kind === 'refused' && failure.reason === 'sources_do_not_fit'
  const draft: Policy | null = clashes && leaf.complete ? { ...policyOf(form), version: newest.version + 1 } : null
  const clashing = draft === null ? [] : told.partners.filter((one) => clashOf(draft, one) !== null)
  return (
    <StandardLeaf
      {...leaf}
      title={t('policy.title')}
      say={t('policy.say')}
      mayChange={mayChange}
      busy={sending}
      onSave={() => void leaf.save()}
      onLeave={() => {
        leaf.drop()
        go(PLACES.settings)
      }}
      failure={leaf.unplaced}
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
                <Link key={id} href={PLACES.policyOf(id)} className={css['clash']}>
                  <Name>{name}</Name>
                </Link>
              ))}
            </p>
          )}
        </>
      }
      beside={mayPreview && <Preview input={{ partner: null, standardHours: Math.max(1, hours ?? was), secondWindow }} />}
    >
      <LeafRow label={t('policy.standard')} wrong={Boolean(wrong('standard'))}>
        <div className={css['line']}>
          <Answer {...row} field="standard" label={t('policy.standard')} className={css['day'] ?? ''} />
          <span className="second">{t('policy.standardNow', { hours: was, when: dayOf(current.from, now, zone) })}</span>
        </div>
      </LeafRow>
      <RuleRows {...row} hours={hours ?? was} owner={told.owner} />
      {mayChange && <FromRow {...row} />}
      <MoreRows {...row} />
      <ReleaseRows {...row} />
      <Versions told={told} />
    </StandardLeaf>
  )
}
