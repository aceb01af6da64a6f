import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Failure } from '#shared/contract/call'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { callOffice, FailureLine, useCall, useMinute, useZone } from '../../../office'
import { OwnWords, MarkShape } from '../../../components'
import { announce, Button, useCommands } from '../../../ui'
import type { ConfirmPartProps } from './part-props'
import { linkToPlan } from '../summary/ContactPlanPanel'
import { listPlanLines } from '../summary/plan-words'
import css from '../actions/step.module.css'

/** Part (a) of C4: preferred way, language and safe times, verified with the person. A confirmation is a version of its own (P5). */
export function ContactWayPart({ record, draft, change }: ConfirmPartProps) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const now = useMinute()
  const zone = useZone()
  const { send, sending } = useCall('plan.save')
  const [failure, setFailure] = useState<Failure | null>(null)
  const { plan, parts, personId } = record
  const lacking = plan?.missing ?? (['way', 'language', 'safe_hours'] as const)
  const done = parts.way !== null || draft.wayRight

  const verify = async () => {
    if (lacking.length > 0) return go(linkToPlan(record))
    const read = await callOffice('plan.read', { personId })
    if (!read.ok) return setFailure(read.failure)
    if (read.value === null) return go(linkToPlan(record))
    const saved = await send({ personId, basedOn: read.value.version, plan: read.value.plan, verifiedWith: 'her' })
    if (!saved.ok) return setFailure(saved.failure)
    setFailure(null)
    change({ wayRight: true })
    announce(t('record.confirm.verified'))
  }
  useCommands([{ id: 'part-way', label: t('record.confirm.way'), keys: '1', run: () => (done ? go(linkToPlan(record)) : void verify()) }])
  const facts = plan
    ? listPlanLines(t, plan)
        .slice(0, 3)
        .map((line) => line.text)
        .concat(plan.rules.language)
        .filter(Boolean)
        .join(' ')
    : ''
  return (
    <li className={done ? undefined : css.open}>
      <MarkShape kind={done ? 'confirmed' : 'missing'} />
      <div>
        <h3>{t(done ? 'record.confirm.way' : 'record.confirm.wayOpen')}</h3>
        {!done && (
          <p>
            {t('record.confirm.wayAsk')}
            <OwnWords>{t('record.confirm.waySaid')}</OwnWords>
          </p>
        )}
        <p>
          <bdi dir="auto">{facts}</bdi>{' '}
          {parts.way && <span className="muted">{t('record.confirm.checked', { when: formatDayAndTime(parts.way.at, now, zone) })}</span>}
        </p>
        {!done && lacking.length > 0 && (
          <p className="second">
            {t('record.confirm.wayMissing', { what: lacking.map((part) => t(`record.confirm.planMissing.${part}`)).join(', ') })}
          </p>
        )}
        <FailureLine failure={failure} />
        {!done && (
          <p className="acts">
            {lacking.length > 0 ? (
              <Button keys="1" onPress={() => go(linkToPlan(record))}>
                {t('record.confirm.wayWrite')}
              </Button>
            ) : (
              <>
                <Button keys="1" busy={sending} onPress={() => void verify()}>
                  {t('record.confirm.wayRight')}
                </Button>
                <Button look="bare" onPress={() => go(linkToPlan(record))}>
                  {t('record.confirm.change')}
                </Button>
              </>
            )}
          </p>
        )}
      </div>
      {done && (
        <Button look="bare" keys="1" onPress={() => go(linkToPlan(record))}>
          {t('record.confirm.change')}
          <span className="hidden">: {t('record.confirm.way')}</span>
        </Button>
      )}
    </li>
  )
}
