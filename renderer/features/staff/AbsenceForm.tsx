import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Failure } from '#shared/contract/call'
import type { StaffId } from '#shared/domain/core/ids'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { FailureLine, describeFailure, readNow, ROUTES, useCall, useMinute, useOffice, useOfficeState, useZone } from '../../office'
import {
  announce,
  Button,
  Checkbox,
  EmptyState,
  parseMoment,
  FormPage,
  FormPageHead,
  FormPageRow,
  Loading,
  MomentField,
  PageHead,
  focusFirstError,
  useCommands,
} from '../../ui'
import { ReassignCaseload, useReassignment } from './ReassignCaseload'

const NO_MOMENT = { date: '', time: '' }
const isEmpty = ({ date, time }: typeof NO_MOMENT): boolean => date.trim() === '' && time.trim() === ''

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
  const passing = useReassignment(null)
  const [from, setFrom] = useState(NO_MOMENT)
  const [until, setUntil] = useState(NO_MOMENT)
  const [givesNow, setGivesNow] = useState(false)
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({})
  const [failure, setFailure] = useState<Failure | null>(null)
  const save = useCall('absence.save')
  const end = useCall('absence.end')
  const stay = () => go(back)
  useCommands([{ id: 'stay', label: t('away.stay'), keys: 'Esc', run: stay }])
  useEffect(() => document.getElementById('main')?.focus(), [])
  const title = mine ? t('away.titleMine') : t('away.title', { name })
  if (!read.value)
    return (
      <div className="states-pad">
        <h1 className="hidden">{title}</h1>
        {read.failure ? <EmptyState title={describeFailure(t, read.failure)} /> : <Loading>{t('away.loading')}</Loading>}
      </div>
    )
  const { away, handoffs, restricted, rights } = read.value
  const count = handoffs.length + restricted
  const { to } = passing
  const begins = isEmpty(from) ? null : parseMoment(from, now, zone)
  const later = count > 0 && begins?.ok === true && begins.value > now ? begins.value : null
  // A corrected field is no longer marked.
  const mended = (field: string) => setWrong(({ [field]: _gone, ...rest }) => rest)
  const send = async () => {
    const at = isEmpty(from) ? null : parseMoment(from, readNow(), zone)
    const to_ = isEmpty(until) ? null : parseMoment(until, readNow(), zone)
    const noTime = t('failure.refused.no_such_time')
    const lacks = {
      ...(at !== null && !at.ok ? { from: noTime } : {}),
      ...(to_ !== null && !to_.ok ? { until: noTime } : {}),
      // The worker's open work is reassigned now, even for a later absence, and the form says so (H4).
      ...(later !== null && !givesNow ? { now: t('away.nowNeeded') } : {}),
      ...(count > 0 && to === null ? { to: t('staff.leaving.pick') } : {}),
    }
    setWrong(lacks)
    setFailure(null)
    if (Object.keys(lacks).length > 0) return focusFirstError()
    const answer = await save.send({
      id,
      from: at?.ok ? at.value : null,
      until: to_?.ok ? to_.value : null,
      to: count > 0 ? to : null,
      exceptions: passing.listExceptions(read.value ?? { handoffs: [], restricted: 0 }),
    })
    if (answer.ok) {
      announce(t('away.saved'))
      return stay()
    }
    const { failure: found } = answer
    if (found.kind === 'refused' && (found.field === 'to' || found.field === 'until'))
      setWrong({ [found.field === 'to' ? 'taker' : found.field]: describeFailure(t, found) })
    else setFailure(found)
    return focusFirstError()
  }
  const isBack = async () => {
    const answer = await end.send({ id })
    if (answer.ok) announce(t('away.backSaid'))
    else setFailure(answer.failure)
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
        <FormPageRow label="" hasError={Boolean(wrong['from'] ?? wrong['until'])}>
          <div className="stack">
            <MomentField
              label={t('away.fromField')}
              value={from}
              onChange={(typed) => {
                setFrom(typed)
                mended('from')
              }}
              hint={t('away.fromHint')}
              error={wrong['from']}
              dateLabel={t('away.fromDate')}
              timeLabel={t('away.fromTime')}
            />
            <MomentField
              label={t('away.untilField')}
              value={until}
              onChange={(typed) => {
                setUntil(typed)
                mended('until')
              }}
              hint={t('away.untilHint')}
              error={wrong['until']}
              dateLabel={t('away.untilDate')}
              timeLabel={t('away.untilTime')}
            />
          </div>
        </FormPageRow>
        <ReassignCaseload
          caseload={read.value}
          others={others}
          reassignment={passing}
          wrong={to === null ? wrong['to'] : wrong['taker']}
          {...(mine ? { title: t('away.yours') } : {})}
        />
        {later !== null && (
          <FormPageRow label="" hasError={Boolean(wrong['now'])}>
            <p className={wrong['now'] ? 'error' : 'second'} id="gives-now">
              {wrong['now'] ?? t('away.nowSay', { from: formatDayAndTime(later, now, zone) })}
            </p>
            <Checkbox
              on={givesNow}
              describedBy="gives-now"
              onChange={(on) => {
                setGivesNow(on)
                mended('now')
              }}
            >
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
            <Button look="do" size="tall" busy={save.sending} onPress={() => void send()}>
              {count === 0 ? t('away.saveNone') : t('away.save', { count, to: toName })}
            </Button>
            <Button size="tall" keys="Esc" onPress={stay}>
              {t('away.stay')}
            </Button>
          </p>
          <FailureLine failure={failure} />
        </FormPageRow>
      </FormPage>
    </>
  )
}
