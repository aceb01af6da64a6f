import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { PlanView } from '#shared/contract/plan'
import type { RecordView } from '#shared/contract/record'
import { needsInterpreter } from '#shared/domain/contact-plan'
import { clockTime, dayOf } from '#shared/domain/wording'
import { useMinute, useOffice, useZone } from '../../office'
import { Button, capital, Fact, Facts, Mark } from '../../ui'
import { Access } from './Access'
import { Booked } from './InterpreterStep'
import { Dates } from './Dates'
import { Told } from './Told'
import { planLines } from './plan-words'
import { useChangedLines } from './use-changed-lines'
import css from './record.module.css'

export const planPlace = (record: Pick<RecordView, 'id' | 'personId'>): string => `/people/${record.personId}/plan?handoff=${record.id}`

/** Beside the timeline: how to reach her in words, rules first; dates that cannot wait; notes. No number is in it. */
export function PlanSide({ record, onStep }: { readonly record: RecordView; readonly onStep: (step: string) => void }) {
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
          <PlanStanding plan={plan} />
          <PlanWords plan={plan} changed={changed} />
        </>
      ) : (
        <p className="muted">{t('record.plan.none')}</p>
      )}
      <p className="acts">
        <Button {...(plan ? { keys: 'V' } : {})} onPress={() => go(planPlace(record))}>
          {t(!plan ? 'record.plan.write' : plan.verified ? 'record.plan.verify' : 'record.plan.verifyFirst')}
        </Button>
        {plan && plan.version > 1 && (
          <Button look="bare" expanded={older} onPress={() => setOlder(!older)}>
            {t(older ? 'record.plan.hideVersions' : 'record.plan.versions')}
          </Button>
        )}
      </p>
      {plan && needsInterpreter(plan.rules) && (
        <section aria-labelledby="interpreter" className={css.dates}>
          <h2 id="interpreter">{t('record.interpreter.section')}</h2>
          <Booked record={record} />
          <p className="acts">
            <Button onPress={() => onStep('interpreter')}>{t('record.interpreter.add')}</Button>
          </p>
        </section>
      )}
      {older && plan && <Versions personId={record.personId} current={plan.version} />}
      <Dates record={record} />
      <Told record={record} />
      {record.note && (
        <>
          <h2>{t('record.notes.title')}</h2>
          <p className={css.note} dir="auto">
            {record.note}
          </p>
        </>
      )}
      <Access personId={record.personId} />
    </aside>
  )
}

function PlanStanding({ plan }: { readonly plan: PlanView }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { verified, standing, holdsUntil } = plan
  return (
    <>
      {standing === 'verified' && verified ? (
        <Mark standing="confirmed">
          <b>{t(`record.plan.verified.${verified.with}`)}</b>
        </Mark>
      ) : (
        <Mark standing="missing">
          <b>{t(standing === 'expired' ? 'record.plan.expired' : 'record.plan.notVerified')}</b>
        </Mark>
      )}
      <p className="second">
        {verified && (
          <>
            <bdi dir="auto">{capital(t('record.plan.when', { when: clockTime(verified.at, now, zone), who: verified.byName }))}</bdi>
            <br />
          </>
        )}
        {standing === 'verified' && holdsUntil !== null
          ? t('record.plan.holds', { when: dayOf(holdsUntil, now, zone) })
          : t('record.plan.neutral')}
      </p>
    </>
  )
}

const NONE: ReadonlySet<string> = new Set()

function PlanWords({ plan, changed = NONE }: { readonly plan: PlanView; readonly changed?: ReadonlySet<string> }) {
  const { t } = useTranslation()
  return (
    <Facts>
      {planLines(t, plan).map((line, index) => (
        <Fact key={index} label={line.label} {...(changed.has(line.label) ? { changed: t('record.plan.changed') } : {})}>
          <bdi dir="auto">{line.text}</bdi>
          {line.strong && (
            <>
              {' '}
              <b>{line.strong}</b>
            </>
          )}
        </Fact>
      ))}
    </Facts>
  )
}

/** P5: every version is kept. */
function Versions({ personId, current }: { readonly personId: RecordView['personId']; readonly current: number }) {
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
                {t('record.plan.written', { who: one.writtenBy })}, {clockTime(one.writtenAt, now, zone)}
              </bdi>
            </p>
            <PlanWords plan={one} />
          </li>
        ))}
    </ol>
  )
}
