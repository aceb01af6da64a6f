import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import type { ReleaseLine } from '#shared/contract/release'
import type { MeetingMode } from '#shared/domain/meeting/meeting'
import type { DisclosureWay } from '#shared/domain/release/release'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { FailureLine, useCall, useMinute, useZone } from '../../../office'
import { announce, Button, Field, Name } from '../../../ui'
import { findParticipantName } from '../people/presence'
import { useMeetingSession } from '../meeting-session'
import { useActiveReleases } from '../people/use-active-releases'
import css from '../call.module.css'

const DISCLOSURE_WAY_BY_MODE: Readonly<Record<MeetingMode, DisclosureWay>> = {
  in_person: 'in_person',
  conference_call: 'conference_call',
  virtual: 'conference_call',
  agency_call: 'phone',
}

/** Section 8: what was told goes to the log of the release; to whom there is none, nothing can have been told (R1). */
export function DisclosuresPart() {
  const { t } = useTranslation()
  const { view } = useMeetingSession()
  const { active } = useActiveReleases()
  const without = view.participants.filter(({ kind, share }) => (kind === 'partner' || kind === 'other') && share !== 'active')
  return (
    <div className={`stack ${css.answer}`}>
      {active.map((release) => (
        <DisclosureLine key={release.id} release={release} />
      ))}
      {without.map(({ no, share }) => (
        <p key={no} className="second" dir="auto">
          {share === 'in_house' || share === 'active'
            ? t('meeting.steps.share.noLog', { who: findParticipantName(view, no) })
            : t('meeting.steps.share.blocked', { who: findParticipantName(view, no), how: t(`meeting.people.share.${share}`) })}
        </p>
      ))}
      {active.length + without.length === 0 && <p className="muted">{t('meeting.steps.share.nobody')}</p>}
    </div>
  )
}

function DisclosureLine({ release }: { readonly release: ReleaseLine }) {
  const { t } = useTranslation()
  const { view, partialText: half, setPartialText: setHalf } = useMeetingSession()
  const now = useMinute()
  const zone = useZone()
  const { send, sending } = useCall('release.recordDisclosure')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [needed, setNeeded] = useState(false)
  const name = `told:${release.id}`
  const what = half(name) ?? ''
  const save = async () => {
    setNeeded(what.trim() === '')
    if (what.trim() === '') return
    const answer = await send({
      id: release.id,
      what,
      toWhom: release.recipient,
      how: DISCLOSURE_WAY_BY_MODE[view.mode],
      at: null,
      meetingId: view.id,
    })
    setFailure(answer.ok ? null : answer.failure)
    if (!answer.ok) return
    setHalf(name, null)
    announce(t('meeting.steps.share.logged'))
  }
  return (
    <form
      className="stack"
      aria-label={t('meeting.steps.share.toldTo', { who: release.organisation })}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <p>
        <Name strong>{release.organisation}</Name> <span className="second">{release.recipient}</span>{' '}
        {release.lastToldAt !== null && (
          <span className="second">
            {t('meeting.steps.share.times', { count: release.disclosureCount, when: formatDayAndTime(release.lastToldAt, now, zone) })}
          </span>
        )}
      </p>
      <div data-first>
        <Field
          label={t('meeting.steps.share.what')}
          value={what}
          error={needed && what.trim() === '' ? t('meeting.steps.share.whatNeeded') : undefined}
          onChange={(text) => setHalf(name, text)}
        />
      </div>
      <FailureLine failure={failure} />
      <p className="acts">
        <Button type="submit" keys="Enter" busy={sending}>
          {t('meeting.steps.share.log')}
        </Button>
      </p>
    </form>
  )
}
