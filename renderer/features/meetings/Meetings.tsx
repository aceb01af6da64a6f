import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { Output } from '#shared/contract/index'
import { clockTime, duration, marginTime } from '#shared/domain/wording'
import { failureWords, PLACES, useMinute, useOffice, useZone } from '../../office'
import { BookLine, BookList, Button, Empty, Icon, Loading, Name, PageHead, recordPlace, Shape } from '../../ui'
import { GoingAlong } from './GoingAlong'
import { WhatWentWell } from './WhatWentWell'
import css from './Meetings.module.css'

type Lists = Output<'meeting.list'>

/** `#/meetings`: what runs now, what is booked, what was held lately; the margin keeps the time. */
export function Meetings() {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const { value, failure } = useOffice('meeting.list', {})
  const empty = value && value.open.length + value.booked.length + value.closed.length === 0
  return (
    <main id="main" className="main" tabIndex={-1}>
      <PageHead title={t('meetings.title')}>{t('meetings.say')}</PageHead>
      {failure && <p className="states-pad error">{failureWords(t, failure)}</p>}
      {!value && !failure && (
        <div className="states-pad">
          <Loading>{t('meetings.loading')}</Loading>
        </div>
      )}
      {empty && (
        <div className="states-pad">
          <Empty
            title={t('meetings.empty.title')}
            act={
              <Button look="do" onPress={() => go(PLACES.board)}>
                {t('meetings.empty.act')}
              </Button>
            }
          >
            {t('meetings.empty.text')}
          </Empty>
        </div>
      )}
      {value && !empty && <Three lists={value} />}
      <GoingAlong />
      <WhatWentWell />
    </main>
  )
}

function Three({ lists }: { readonly lists: Lists }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const now = useMinute()
  const zone = useZone()
  return (
    <>
      <Part title={t('meetings.open')} shown={lists.open.length > 0}>
        {lists.open.map((one) => {
          const running = one.runningSince !== null
          const ran = one.ran + (one.runningSince === null ? 0 : Math.max(0, now - one.runningSince))
          return (
            <BookLine
              key={one.id}
              time={marginTime(one.startedAt, now, zone)}
              mark={<Icon name={running ? 'phone' : 'waiting'} {...(running ? { className: css.running ?? '' } : {})} />}
            >
              <Line
                head={<Who label={one.label} number={one.number} what={t(`meeting.mode.${one.mode}`)} />}
                second={`${!running && ran === 0 ? t('meetings.writing') : t(running ? 'meetings.running' : 'meetings.paused', { length: duration(ran) })}. ${t('meetings.who', { who: one.lead.name })}.`}
                act={
                  <Button look="do" label={`${t('meetings.goOn')}: ${one.label}`} onPress={() => go(PLACES.meeting(one.id))}>
                    {t('meetings.goOn')}
                  </Button>
                }
              />
            </BookLine>
          )
        })}
      </Part>
      <Part title={t('meetings.booked')} shown={lists.booked.length > 0}>
        {lists.booked.map((one) => (
          <BookLine key={one.handoffId} time={marginTime(one.at, now, zone)} mark={<Shape standing={one.at < now ? 'overdue' : 'later'} />}>
            <Line
              head={<Who label={one.label} number={one.number} />}
              second={`${clockTime(one.at, now, zone)}. ${t('meetings.leads', { who: one.owner.name })}.`}
              act={
                <Button label={`${t('meetings.begin')}: ${one.label}`} onPress={() => go(recordPlace(one.handoffId, 'meet'))}>
                  {t('meetings.begin')}
                </Button>
              }
            />
          </BookLine>
        ))}
      </Part>
      <Part title={t('meetings.held')} shown={lists.closed.length > 0}>
        {lists.closed.map((one) => (
          <BookLine key={one.id} time={marginTime(one.startedAt, now, zone)} mark={<Shape standing="confirmed" />}>
            <Line
              head={<Who label={one.label} number={one.number} what={t(`meeting.mode.${one.mode}`)} />}
              second={[t('meetings.ended', { when: clockTime(one.endedAt, now, zone) }), one.withHer ? '' : t('meetings.withoutHer')]
                .filter(Boolean)
                .join(', ')}
              act={
                <Link href={PLACES.meeting(one.id)} aria-label={`${t('meetings.look')}: ${one.label}`}>
                  {t('meetings.look')}
                </Link>
              }
            />
          </BookLine>
        ))}
      </Part>
    </>
  )
}

function Part({ title, shown, children }: { readonly title: string; readonly shown: boolean; readonly children: ReactNode }) {
  return shown ? (
    <section className={css.part}>
      <h2>{title}</h2>
      <BookList label={title}>{children}</BookList>
    </section>
  ) : null
}

function Who({ label, number, what }: { readonly label: string; readonly number: number; readonly what?: string }) {
  const { t } = useTranslation()
  return (
    <>
      <Name strong>{label}</Name> <span className="muted">{t('standing.number', { number })}</span> {what}
    </>
  )
}

function Line({ head, second, act }: { readonly head: ReactNode; readonly second: string; readonly act: ReactNode }) {
  return (
    <div className={css.line}>
      <div>
        <p className={css.head}>{head}</p>
        <p className="second" dir="auto">
          {second}
        </p>
      </div>
      {act}
    </div>
  )
}
