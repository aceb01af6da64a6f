import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { PlanView } from '#shared/contract/person/contact-plan'
import type { RecordView } from '#shared/contract/handoff/record'
import { isInterpreterNeeded } from '#shared/domain/contact/contact-plan'
import { formatDayAndTime, formatDay } from '#shared/domain/core/wording'
import { useMinute, useOffice, useZone } from '../../../office'
import { Mark, type RecordStep } from '../../../components'
import { Button, capitalize, FactItem, FactList } from '../../../ui'
import { AccessPanel } from '../access/Access'
import { BookedInterpreters } from '../attempt/InterpreterStep'
import { DeadlineRiskList } from './DeadlineRisks'
import { AnswersSummary } from './AnswersSummary'
import { listPlanLines } from './plan-words'
import { useChangedLines } from './use-changed-lines'
import css from './record.module.css'

export const linkToPlan = (record: Pick<RecordView, 'id' | 'personId'>): string => `/people/${record.personId}/plan?handoff=${record.id}`

/** Beside the timeline: how to reach the person in words, rules first; deadline risks; notes. It contains no number. */
export function ContactPlanPanel({ record, onStep }: { readonly record: RecordView; readonly onStep: (step: RecordStep) => void }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const [older, setOlder] = useState(false)
  const { plan } = record
  const changed = useChangedLines(t, record.personId, plan)
  return (
    <aside className={css.side} aria-labelledby="how-to-reach">
      <h2 id="how-to-reach">{t('record.plan.title')}</h2>
      {plan ? (
        <>
          <PlanState plan={plan} />
          <PlanLines plan={plan} changed={changed} />
        </>
      ) : (
        <p className="muted">{t('record.plan.none')}</p>
      )}
      <p className="acts">
        <Button {...(plan ? { keys: 'V' } : {})} onPress={() => go(linkToPlan(record))}>
          {t(!plan ? 'record.plan.write' : plan.verified ? 'record.plan.verify' : 'record.plan.verifyFirst')}
        </Button>
        {plan && plan.version > 1 && (
          <Button look="bare" expanded={older} onPress={() => setOlder(!older)}>
            {t(older ? 'record.plan.hideVersions' : 'record.plan.versions')}
          </Button>
        )}
      </p>
      {plan && isInterpreterNeeded(plan.rules) && (
        <section aria-labelledby="interpreter" className={css.dates}>
          <h2 id="interpreter">{t('record.interpreter.section')}</h2>
          <BookedInterpreters record={record} />
          <p className="acts">
            <Button onPress={() => onStep('interpreter')}>{t('record.interpreter.add')}</Button>
          </p>
        </section>
      )}
      {older && plan && <PlanVersions personId={record.personId} current={plan.version} />}
      <DeadlineRiskList record={record} />
      <AnswersSummary record={record} />
      <AccessPanel personId={record.personId} />
    </aside>
  )
}

function PlanState({ plan }: { readonly plan: PlanView }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { verified, state: planState, holdsUntil } = plan
  return (
    <>
      {planState === 'verified' && verified ? (
        <Mark kind="confirmed">
          <b>{t(`record.plan.verified.${verified.with}`)}</b>
        </Mark>
      ) : (
        <Mark kind="missing">
          <b>{t(planState === 'expired' ? 'record.plan.expired' : 'record.plan.notVerified')}</b>
        </Mark>
      )}
      <p className="second">
        {verified && (
          <>
            <bdi dir="auto">
              {capitalize(t('record.plan.when', { when: formatDayAndTime(verified.at, now, zone), who: verified.byName }))}
            </bdi>
            <br />
          </>
        )}
        {planState === 'verified' && holdsUntil !== null
          ? t('record.plan.holds', { when: formatDay(holdsUntil, now, zone) })
          : t('record.plan.neutral')}
      </p>
    </>
  )
}

const NONE: ReadonlySet<string> = new Set()

function PlanLines({ plan, changed = NONE }: { readonly plan: PlanView; readonly changed?: ReadonlySet<string> }) {
  const { t } = useTranslation()
  return (
    <FactList>
      {listPlanLines(t, plan).map((line, index) => (
        <FactItem key={index} label={line.label} {...(changed.has(line.label) ? { changed: t('record.plan.changed') } : {})}>
          <bdi dir="auto">{line.text}</bdi>
          {line.strong && (
            <>
              {' '}
              <b>{line.strong}</b>
            </>
          )}
        </FactItem>
      ))}
    </FactList>
  )
}

/** Every version of the plan is kept (P5). */
function PlanVersions({ personId, current }: { readonly personId: RecordView['personId']; readonly current: number }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const versions = useOffice('plan.versions', { personId }).value ?? []
  return (
    <ol className={css.versions}>
      {versions
        .filter((one) => one.version !== current)
        .map((one) => (
          <li key={one.version}>
            <h3>{t('record.plan.version', { n: one.version })}</h3>
            <p className="second">
              <bdi dir="auto">
                {t('record.plan.written', { who: one.writtenBy })}, {formatDayAndTime(one.writtenAt, now, zone)}
              </bdi>
            </p>
            <PlanLines plan={one} />
          </li>
        ))}
    </ol>
  )
}
