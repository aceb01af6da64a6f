import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { Output } from '#shared/contract/index'
import { listMeetingTimes, listSameTime } from '#shared/domain/meeting/same-time'
import { formatDayAndTime, formatElapsed, formatMarginTime } from '#shared/domain/core/wording'
import { describeFailure, ROUTES, useMinute, useOffice, useZone } from '../../office'
import { Name, linkToRecord, MarkShape, SameTimeWarning } from '../../components'
import { TimelineLine, Timeline, Button, EmptyState, Icon, Loading, PageHead } from '../../ui'
import { CurrentAccompaniments } from './CurrentAccompaniments'
import { WhatWentWell } from './WhatWentWell'
import css from './meetings.module.css'

type MeetingLists = Output<'meeting.list'>

/** The page `#/meetings`: running, booked and recent meetings, with the time in the margin. */
export function Meetings() {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const { value, failure } = useOffice('meeting.list', {})
  const empty = value && value.open.length + value.booked.length + value.closed.length === 0
  return (
    <main id="main" className="main" tabIndex={-1}>
      <PageHead title={t('meetings.title')}>{t('meetings.say')}</PageHead>
      {failure && <p className="states-pad error">{describeFailure(t, failure)}</p>}
      {!value && !failure && (
        <div className="states-pad">
          <Loading>{t('meetings.loading')}</Loading>
        </div>
      )}
      {empty && (
        <div className="states-pad">
          <EmptyState
            title={t('meetings.empty.title')}
            action={
              <Button look="do" onPress={() => go(ROUTES.board)}>
                {t('meetings.empty.act')}
              </Button>
            }
          >
            {t('meetings.empty.text')}
          </EmptyState>
        </div>
      )}
      {value && !empty && <MeetingSections lists={value} />}
      <CurrentAccompaniments />
      <WhatWentWell />
    </main>
  )
}

function MeetingSections({ lists }: { readonly lists: MeetingLists }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const now = useMinute()
  const zone = useZone()
  const times = listMeetingTimes(lists, now)
  return (
    <>
      <MeetingSection title={t('meetings.open')} shown={lists.open.length > 0}>
        {lists.open.map((one) => {
          const running = one.runningSince !== null
          const ran = one.ran + (one.runningSince === null ? 0 : Math.max(0, now - one.runningSince))
          return (
            <TimelineLine
              key={one.id}
              time={formatMarginTime(one.startedAt, now, zone)}
              mark={<Icon name={running ? 'phone' : 'waiting'} {...(running ? { className: css.running ?? '' } : {})} />}
            >
              <MeetingLine
                head={<MeetingPerson label={one.label} number={one.number} what={t(`meeting.mode.${one.mode}`)} />}
                warning={
                  running && (
                    <SameTimeWarning
                      others={listSameTime(times, { handoffId: one.handoffId, who: one.lead.id, at: now })}
                      who={one.lead.name}
                      now={now}
                      zone={zone}
                    />
                  )
                }
                second={`${!running && ran === 0 ? t('meetings.writing') : t(running ? 'meetings.running' : 'meetings.paused', { length: formatElapsed(ran) })}. ${t('meetings.who', { who: one.lead.name })}.`}
                act={
                  <Button look="do" label={`${t('meetings.goOn')}: ${one.label}`} onPress={() => go(ROUTES.meeting(one.id))}>
                    {t('meetings.goOn')}
                  </Button>
                }
              />
            </TimelineLine>
          )
        })}
      </MeetingSection>
      <MeetingSection title={t('meetings.booked')} shown={lists.booked.length > 0}>
        {lists.booked.map((one) => (
          <TimelineLine
            key={one.handoffId}
            time={formatMarginTime(one.at, now, zone)}
            mark={<MarkShape kind={one.at < now ? 'overdue' : 'later'} />}
          >
            <MeetingLine
              head={<MeetingPerson label={one.label} number={one.number} />}
              warning={
                <SameTimeWarning
                  others={listSameTime(times, { handoffId: one.handoffId, who: one.owner.id, at: one.at })}
                  who={one.owner.name}
                  now={now}
                  zone={zone}
                />
              }
              second={`${formatDayAndTime(one.at, now, zone)}. ${t('meetings.leads', { who: one.owner.name })}.`}
              act={
                <Button label={`${t('meetings.begin')}: ${one.label}`} onPress={() => go(linkToRecord(one.handoffId, 'meet'))}>
                  {t('meetings.begin')}
                </Button>
              }
            />
          </TimelineLine>
        ))}
      </MeetingSection>
      <MeetingSection title={t('meetings.held')} shown={lists.closed.length > 0}>
        {lists.closed.map((one) => (
          <TimelineLine key={one.id} time={formatMarginTime(one.startedAt, now, zone)} mark={<MarkShape kind="confirmed" />}>
            <MeetingLine
              head={<MeetingPerson label={one.label} number={one.number} what={t(`meeting.mode.${one.mode}`)} />}
              second={[t('meetings.ended', { when: formatDayAndTime(one.endedAt, now, zone) }), one.withHer ? '' : t('meetings.withoutHer')]
                .filter(Boolean)
                .join(', ')}
              act={
                <Link href={ROUTES.meeting(one.id)} aria-label={`${t('meetings.look')}: ${one.label}`}>
                  {t('meetings.look')}
                </Link>
              }
            />
          </TimelineLine>
        ))}
      </MeetingSection>
    </>
  )
}

function MeetingSection({ title, shown, children }: { readonly title: string; readonly shown: boolean; readonly children: ReactNode }) {
  return shown ? (
    <section className={css.part}>
      <h2>{title}</h2>
      <Timeline label={title}>{children}</Timeline>
    </section>
  ) : null
}

function MeetingPerson({ label, number, what }: { readonly label: string; readonly number: number; readonly what?: string }) {
  const { t } = useTranslation()
  return (
    <>
      <Name strong>{label}</Name> <span className="muted">{t('handoffState.number', { number })}</span> {what}
    </>
  )
}

interface MeetingLineProps {
  readonly head: ReactNode
  readonly second: string
  readonly warning?: ReactNode
  readonly act: ReactNode
}

function MeetingLine({ head, second, warning, act }: MeetingLineProps) {
  return (
    <div className={css.line}>
      <div>
        <p className={css.head}>{head}</p>
        <p className="second" dir="auto">
          {second}
        </p>
        {warning}
      </div>
      {act}
    </div>
  )
}
