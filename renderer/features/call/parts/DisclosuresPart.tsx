import { useTranslation } from 'react-i18next'
import type { ReleaseLine } from '#shared/contract/person/release'
import type { MeetingMode } from '#shared/domain/meeting/meeting'
import type { DisclosureWay } from '#shared/domain/release/release'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { useCall, useForm, useMinute, useZone } from '../../../office'
import { FormButtons, Name } from '../../../components'
import { Field } from '../../../ui'
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

/** Records what was told in the log of the release (section 8). Without a release nothing may have been told (R1). */
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
  const { view } = useMeetingSession()
  const now = useMinute()
  const zone = useZone()
  const { send } = useCall('release.recordDisclosure')
  const form = useForm({
    id: 'meeting-disclosure',
    of: `${view.id}:${release.id}`,
    initial: { what: '' },
    validate: ({ what }) => ({ what: what.trim() === '' && t('meeting.steps.share.whatNeeded') }),
    send: ({ what }) =>
      send({
        id: release.id,
        what,
        toWhom: release.recipient,
        how: DISCLOSURE_WAY_BY_MODE[view.mode],
        at: null,
        meetingId: view.id,
      }),
    announces: t('meeting.steps.share.logged'),
  })
  return (
    <form className="stack" aria-label={t('meeting.steps.share.toldTo', { who: release.organisation })} {...form.props}>
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
          value={form.values.what}
          error={form.error('what')}
          onChange={(what) => form.change({ what })}
        />
      </div>
      <FormButtons form={form} send={t('meeting.steps.share.log')} look="plain" />
    </form>
  )
}
