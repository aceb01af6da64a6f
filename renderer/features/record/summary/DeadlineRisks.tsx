import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordView } from '#shared/contract/handoff/record'
import { formatDayAndTime, formatElapsed } from '#shared/domain/core/wording'
import { useMinute, useZone } from '../../../office'
import { announce, Button, Icon } from '../../../ui'
import { DeadlineRiskForm } from './DeadlineRiskForm'
import { useHandoffCommand } from '../actions/use-handoff-command'
import css from './record.module.css'

type DeadlineRiskView = RecordView['risks'][number]
type OpenDeadlineForm = { readonly what: 'add' | 'move' | 'remove'; readonly no: number } | null

/** The deadline risks, whatever the state of the record: the owner of each, and who has acknowledged it. */
export function DeadlineRiskList({ record }: { readonly record: RecordView }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<OpenDeadlineForm>(null)
  const place = useRef<HTMLElement>(null)
  const was = useRef<OpenDeadlineForm>(null)
  useEffect(() => {
    // Cancelling a form returns the focus to where it was.
    if (was.current !== null && open === null) place.current?.focus()
    was.current = open
  }, [open])
  const answer = record.parts.deadline_risks?.answer
  const close = () => setOpen(null)
  return (
    <section aria-labelledby="dates" className={css.dates} ref={place} tabIndex={-1}>
      <h2 id="dates">{t('record.dates.title')}</h2>
      {record.risks.length === 0 && (
        <p className="muted">
          {t(answer === 'none' ? 'record.dates.none' : answer === 'not_known' ? 'record.dates.unknown' : 'record.dates.notAsked')}
        </p>
      )}
      <ul>
        {record.risks.map((risk) => (
          <li key={risk.no}>
            <DeadlineRiskLine record={record} risk={risk} />
            {open !== null && open.what !== 'add' && open.no === risk.no ? (
              <DeadlineRiskForm record={record} risk={risk} what={open.what} onClose={close} />
            ) : (
              <p className="acts flush">
                <Button look="bare" className="inline" onPress={() => setOpen({ what: 'move', no: risk.no })}>
                  {t('record.dates.move')}
                </Button>
                <Button look="bare" className="inline" onPress={() => setOpen({ what: 'remove', no: risk.no })}>
                  {t('record.dates.remove')}
                </Button>
              </p>
            )}
          </li>
        ))}
      </ul>
      {open?.what === 'add' ? (
        <DeadlineRiskForm record={record} risk={null} what="add" onClose={close} />
      ) : (
        <p className="acts flush">
          <Button look="bare" icon="plus" onPress={() => setOpen({ what: 'add', no: 0 })}>
            {t('record.dates.add')}
          </Button>
        </p>
      )}
    </section>
  )
}

function DeadlineRiskLine({ record, risk }: { readonly record: RecordView; readonly risk: DeadlineRiskView }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { run, sending } = useHandoffCommand(record.id)
  const { acknowledged } = risk
  const note = async () => {
    if (await run({ kind: 'acknowledge_risk', no: risk.no })) announce(t('record.dates.noted'))
  }
  return (
    <>
      <p className={risk.waits ? 'mark soon' : 'mark'}>
        <Icon name="flag" />
        <b>
          {t(`word.riskKind.${risk.kind}`)}, {formatDayAndTime(risk.date, now, zone)}
        </b>
      </p>
      <p className="second">
        {risk.date > now ? t('record.dates.in', { left: formatElapsed(risk.date - now) }) : t('record.dates.past')}{' '}
        <bdi dir="auto">{[risk.what, risk.routedTo && t('record.dates.routed', { who: risk.routedTo })].filter(Boolean).join('. ')}</bdi>
      </p>
      <p className="second">
        {risk.waits
          ? t('record.dates.waits')
          : acknowledged
            ? t('record.dates.notedBy', { who: acknowledged.by, when: formatDayAndTime(acknowledged.at, now, zone) })
            : t('record.dates.alerts')}
      </p>
      {risk.date > now && (risk.waits || acknowledged === null) && (
        <p className="acts flush">
          <Button busy={sending} onPress={() => void note()}>
            {t('record.dates.note')}
          </Button>
        </p>
      )}
    </>
  )
}
