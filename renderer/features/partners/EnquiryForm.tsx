import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Output } from '#shared/contract/index'
import type { PartnerView } from '#shared/contract/office/partner'
import { formatDayAndTime, formatTimeLeft } from '#shared/domain/core/wording'
import { isContactDueShown } from '#shared/domain/handoff/state-questions'
import { describeFailure, useCall, useMinute, useOffice, useOfficeState, useZone } from '../../office'
import { RecentEnquiries } from './RecentEnquiries'
import { Mark, Name, linkToRecord, judgeRowUrgency, OwnWords, describeState } from '../../components'
import { announce, Button, Checkbox, Loading, useCommands } from '../../ui'

type EnquiryRow = Output<'partner.enquiry'>['rows'][number]
/** What is recorded as said, for each sentence on the screen. */
const SAID_TO_SOURCE = {
  received: 'receipt_only',
  not_reached_yet: 'reached_or_not',
  reached: 'reached_or_not',
  reached_and_next_step: 'and_next_step',
  ask_her_to_call: 'ask_her_to_call',
} as const

/** Answers "did you reach them?" (H6): first ring back on the number on file, then say only what each person allowed. */
export function EnquiryForm({
  partner,
  lately = false,
  focusFirst = false,
}: {
  readonly partner: PartnerView
  readonly lately?: boolean
  /** The partner was just chosen by name: this part handles the keys from now on. */
  readonly focusFirst?: boolean
}) {
  const { t } = useTranslation()
  const { value, failure } = useOffice('partner.enquiry', { id: partner.id })
  const { send, sending } = useCall('handoff.execute')
  const { send: turnAway } = useCall('partner.refuseCaller')
  const first = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!focusFirst) return
    const frame = requestAnimationFrame(() => first.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [focusFirst])
  const [rangBack, setRangBack] = useState(false)
  const [said, setSaid] = useState<readonly string[]>([])
  const [done, setDone] = useState<string | null>(null)
  const rows = value?.rows ?? []
  const phone = value?.phone ?? partner.phone
  const why =
    phone === ''
      ? t('partners.ask.noPhone')
      : !rangBack
        ? t('partners.ask.ringFirst')
        : said.length === 0
          ? t('partners.ask.tick')
          : undefined
  const ringBack = (on: boolean) => {
    setRangBack(on)
    setDone(null)
  }
  const log = async () => {
    if (why || sending) return
    for (const row of rows.filter(({ handoffId }) => said.includes(handoffId))) {
      const answer = await send({
        id: row.handoffId,
        command: { kind: 'tell_source', sentence: SAID_TO_SOURCE[row.sentence], rangBack: true },
      })
      if (!answer.ok) return setDone(describeFailure(t, answer.failure))
      setSaid((before) => before.filter((id) => id !== row.handoffId))
    }
    setRangBack(false)
    setDone(t('partners.ask.logged'))
    announce(t('partners.ask.logged'))
  }
  const notThem = () => {
    setRangBack(false)
    setSaid([])
    setDone(t('partners.ask.notThemSay'))
    void turnAway({ id: partner.id })
  }
  const notThemWords = t(`partners.ask.notThem.${partner.kind}`)
  useCommands([
    { id: 'rang-back', label: t('partners.ask.rangBack'), keys: 'R', run: () => phone !== '' && ringBack(!rangBack) },
    { id: 'log-said', label: t('partners.ask.log'), keys: 'L', run: () => void log() },
    { id: 'not-them', label: notThemWords, keys: 'Z', run: notThem },
  ])
  return (
    <>
      <section className="ask" aria-labelledby="ask-title" ref={first} tabIndex={-1}>
        <p className="ask-top small">
          <span>{t('partners.ask.top')}</span>
          <span>{t('partners.ask.asAllowed')}</span>
        </p>
        <h2 id="ask-title">{t('partners.ask.title')}</h2>
        <div className="ring-back">
          {phone === '' ? (
            <span className="lead">{t('partners.ask.noPhoneShort')}</span>
          ) : (
            <>
              <span className="big-no">{phone}</span>
              <span className="second">
                {t('partners.ask.onFile')}
                <br />
                {t('partners.ask.notGiven')}
              </span>
            </>
          )}
          {phone !== '' && (
            <Checkbox on={rangBack} onChange={ringBack}>
              {t('partners.ask.rangBack')} <kbd aria-hidden="true">R</kbd>
            </Checkbox>
          )}
        </div>
        {failure && <p className="error">{describeFailure(t, failure)}</p>}
        {!value && !failure && <Loading>{t('partners.loading')}</Loading>}
        {value && rows.length === 0 && <p className="muted">{t('partners.ask.nobody')}</p>}
        {rows.length > 0 && (
          <table className="tell">
            <thead>
              <tr>
                <th scope="col">{t('partners.ask.fromThem')}</th>
                <th scope="col">{t('partners.ask.stands')}</th>
                <th scope="col">{t('partners.ask.maySay')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <EnquiryRowView
                  key={row.handoffId}
                  row={row}
                  measured={partner.inForce.mode === 'measured'}
                  rangBack={rangBack}
                  on={said.includes(row.handoffId)}
                  onChange={(on) => {
                    setDone(null)
                    setSaid((before) => (on ? [...before, row.handoffId] : before.filter((id) => id !== row.handoffId)))
                  }}
                />
              ))}
            </tbody>
          </table>
        )}
        <div className="acts">
          <Button look="do" size="tall" keys="L" onPress={() => void log()} busy={sending} {...(why ? { whyId: 'ask-why' } : {})}>
            {t('partners.ask.log')}
          </Button>
          <Button size="tall" keys="Z" onPress={notThem}>
            {notThemWords}
          </Button>
        </div>
        {done && <p role="status">{done}</p>}
        {why && (
          <p className="why" id="ask-why">
            {why}
          </p>
        )}
        <p className="second">
          {t('partners.ask.anybodyElse')} <OwnWords>{t('frame.callers.say')}</OwnWords>
        </p>
      </section>
      {lately && value && <RecentEnquiries lines={value.lately} />}
    </>
  )
}

function EnquiryRowView({
  row,
  measured,
  rangBack,
  on,
  onChange,
}: {
  readonly row: EnquiryRow
  readonly measured: boolean
  readonly rangBack: boolean
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const shiftEndsAt = useOfficeState()?.waiting?.shiftEndsAt ?? now
  const { state, clockAt } = row
  const runs = clockAt !== null && isContactDueShown(state)
  const urgency =
    clockAt === null
      ? state.kind === 'closed'
        ? 'confirmed'
        : 'later'
      : judgeRowUrgency({ state, clockAt, measured }, now, shiftEndsAt).urgency
  return (
    <tr>
      <th scope="row">
        <Link href={linkToRecord(row.handoffId)}>
          <Name strong>{row.label}</Name> {row.number}
        </Link>
        <span className="second">{formatDayAndTime(row.receivedAt, now, zone)}</span>
      </th>
      <td>
        <Mark kind={urgency}>{runs && clockAt !== null ? formatTimeLeft(clockAt, now) : describeState(t, state)}</Mark>
      </td>
      <td>
        {rangBack ? (
          <Checkbox on={on} onChange={onChange}>
            <OwnWords>{t(`partners.ask.sentence.${row.sentence}`, { step: row.nextStep })}</OwnWords>
          </Checkbox>
        ) : (
          <span className="muted">{t('partners.ask.afterRinging')}</span>
        )}
        <span className="second">{t(`partners.ask.level.${row.level}`)}</span>
      </td>
    </tr>
  )
}
