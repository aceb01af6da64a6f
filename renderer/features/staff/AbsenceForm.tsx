import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Failure } from '#shared/contract/call'
import type { StaffId } from '#shared/domain/core/ids'
import type { Instant, Zone } from '#shared/domain/core/moment'
import { formatDayAndTime } from '#shared/domain/core/wording'
import {
  FailureLine,
  describeFailure,
  readNow,
  ROUTES,
  useCall,
  useForm,
  useMinute,
  useOffice,
  useOfficeState,
  useZone,
} from '../../office'
import { FormFailure, parseMoment, FormDraftNote, MomentField, type TypedMoment } from '../../components'
import { announce, Button, Checkbox, EmptyState, FormPage, FormPageHead, FormPageRow, Loading, PageHead } from '../../ui'
import { listExceptions, ReassignCaseload, type ReassignmentValues } from './ReassignCaseload'

interface AbsenceValues extends ReassignmentValues {
  readonly from: TypedMoment
  readonly until: TypedMoment
  readonly givesNow: boolean
}
const NO_MOMENT: TypedMoment = { date: '', time: '' }
const EMPTY: AbsenceValues = { from: NO_MOMENT, until: NO_MOMENT, givesNow: false, to: null, takers: {} }

/** The moment that is typed, or null where nothing is. */
const parseOptionalMoment = (typed: TypedMoment, now: Instant, zone: Zone) =>
  typed.date.trim() === '' && typed.time.trim() === '' ? null : parseMoment(typed, now, zone)

/** When an absence begins that is still to come, and there is something to hand over. */
function findLaterStart({ from }: AbsenceValues, count: number, now: Instant, zone: Zone): Instant | null {
  const begins = parseOptionalMoment(from, now, zone)
  return count > 0 && begins?.ok === true && begins.value > now ? begins.value : null
}

interface Props {
  readonly id: StaffId
  readonly name: string
  readonly mine: boolean
  readonly back: string
}

/** The page '#/settings/me/away'. */
export function MyAbsencePage() {
  const me = useOfficeState()?.me
  return me ? <AbsenceForm id={me.id} name={me.name} mine back={ROUTES.myAccount} /> : null
}

/** Saves an absence and reassigns all open work in one step (H4). At its end the worker is back automatically, or by hand. */
export function AbsenceForm({ id, name, mine, back }: Props) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const now = useMinute()
  const zone = useZone()
  const others = (useOffice('staff.list', {}).value ?? []).filter((one) => one.id !== id)
  const read = useOffice('absence.read', { id })
  const save = useCall('absence.save')
  const end = useCall('absence.end')
  const [endFailure, setEndFailure] = useState<Failure | null>(null)
  const caseload = read.value ?? { handoffs: [], restricted: 0 }
  const count = caseload.handoffs.length + caseload.restricted
  const noTime = t('failure.refused.no_such_time')
  const form = useForm({
    id: 'absence',
    of: id,
    initial: EMPTY,
    validate: (typed) => {
      const begins = parseOptionalMoment(typed.from, readNow(), zone)
      return {
        from: begins !== null && !begins.ok && noTime,
        until: parseOptionalMoment(typed.until, readNow(), zone)?.ok === false && noTime,
        // H4: what is open goes now, also where the worker goes later; nobody should find that out afterwards.
        givesNow: findLaterStart(typed, count, readNow(), zone) !== null && !typed.givesNow && t('away.nowNeeded'),
        to: count > 0 && typed.to === null && t('staff.leaving.pick'),
      }
    },
    send: (typed) => {
      const [from, until] = [parseOptionalMoment(typed.from, readNow(), zone), parseOptionalMoment(typed.until, readNow(), zone)]
      return save.send({
        id,
        from: from?.ok ? from.value : null,
        until: until?.ok ? until.value : null,
        to: count > 0 ? typed.to : null,
        exceptions: listExceptions(typed, caseload),
      })
    },
    findField: (path) => (path === 'to' || path === 'until' || path === 'from' ? path : null),
    describe: (failure) => describeFailure(t, failure),
    announces: t('away.saved'),
    onClose: () => go(back),
    keys: { close: t('away.stay') },
  })
  useEffect(() => document.getElementById('main')?.focus(), [])
  const title = mine ? t('away.titleMine') : t('away.title', { name })
  if (!read.value || !form.ready)
    return (
      <div className="states-pad">
        <h1 className="hidden">{title}</h1>
        {read.failure ? <EmptyState title={describeFailure(t, read.failure)} /> : <Loading>{t('away.loading')}</Loading>}
      </div>
    )
  const { away, rights } = read.value
  const { values, change, error } = form
  const { from, until, to, givesNow } = values
  const later = findLaterStart(values, count, now, zone)
  const isBack = async () => {
    const answer = await end.send({ id })
    if (answer.ok) announce(t('away.backSaid'))
    else setEndFailure(answer.failure)
  }
  const toName = others.find((one) => one.id === to)?.name ?? '…'
  return (
    <>
      <PageHead title={title}>{t('away.lead')}</PageHead>
      <FormPage>
        {away && (
          <FormPageRow label="">
            <p className="answered">
              {away.from > now
                ? t('away.later', { from: formatDayAndTime(away.from, now, zone) })
                : away.until === null
                  ? t('away.nowAwayOpen', { from: formatDayAndTime(away.from, now, zone) })
                  : t('away.nowAway', { from: formatDayAndTime(away.from, now, zone), until: formatDayAndTime(away.until, now, zone) })}
            </p>
            <p className="acts flush">
              <Button busy={end.sending} onPress={() => void isBack()}>
                {t('away.back')}
              </Button>
            </p>
          </FormPageRow>
        )}
        <FormPageHead margin={t('away.margin')}>{t('away.when')}</FormPageHead>
        <FormPageRow label="" hasError={Boolean(error('from') ?? error('until'))}>
          <div className="stack">
            <MomentField
              label={t('away.fromField')}
              value={from}
              onChange={(typed) => change({ from: typed })}
              hint={t('away.fromHint')}
              error={error('from')}
              dateLabel={t('away.fromDate')}
              timeLabel={t('away.fromTime')}
            />
            <MomentField
              label={t('away.untilField')}
              value={until}
              onChange={(typed) => change({ until: typed })}
              hint={t('away.untilHint')}
              error={error('until')}
              dateLabel={t('away.untilDate')}
              timeLabel={t('away.untilTime')}
            />
          </div>
        </FormPageRow>
        <ReassignCaseload
          caseload={read.value}
          others={others}
          values={values}
          onChange={change}
          wrong={error('to')}
          {...(mine ? { title: t('away.yours') } : {})}
        />
        {later !== null && (
          <FormPageRow label="" hasError={Boolean(error('givesNow'))}>
            <p className={error('givesNow') ? 'error' : 'second'} id="gives-now">
              {error('givesNow') ?? t('away.nowSay', { from: formatDayAndTime(later, now, zone) })}
            </p>
            <Checkbox on={givesNow} describedBy="gives-now" onChange={(on) => change({ givesNow: on })}>
              {t('away.now', { count })}
            </Checkbox>
          </FormPageRow>
        )}
        <FormPageRow label="">
          {rights.map(({ right, deputy }) => (
            <p key={right} className="second">
              {t(deputy ? 'away.right' : 'away.rightAlone', { right: t(`word.role.${right}`) })}
            </p>
          ))}
          <p className="acts flush">
            <Button look="do" size="tall" busy={form.sending} onPress={form.submit}>
              {count === 0 ? t('away.saveNone') : t('away.save', { count, to: toName })}
            </Button>
            <Button size="tall" keys="Esc" onPress={form.cancel}>
              {t('away.stay')}
            </Button>
          </p>
          <FormDraftNote form={form} />
          <FormFailure form={form} />
          <FailureLine failure={endFailure} />
        </FormPageRow>
      </FormPage>
    </>
  )
}
