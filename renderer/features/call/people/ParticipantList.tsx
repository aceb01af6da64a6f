import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { Presence } from '#shared/domain/meeting/meeting'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { useMinute, useNow, useOfficeState, useZone } from '../../../office'
import { Name } from '../../../components'
import { Button, Icon, numberKey, useCommands } from '../../../ui'
import {
  formatLength,
  formatMachineLength,
  findParticipantName,
  findNextPresence,
  describePresence,
  PRESENCE_SWITCH,
  type ParticipantView,
  type SwitchedPresence,
} from './presence'
import { useMeetingSession } from '../meeting-session'
import css from '../call.module.css'

/** Who is on the line, on hold, or dropped; Alt and the number switches (M1). The agreed rule is shown for a dropped participant. */
export function ParticipantList({ onChange }: { readonly onChange: (() => void) | null }) {
  const { t } = useTranslation()
  const { view, sendCommand: act } = useMeetingSession()
  const me = useOfficeState()?.me?.id
  const mine = view.closed === null && view.lead.id === me
  // Two quick presses switch twice, although the first one's answer is still on its way.
  const meant = useRef(new Map<number, SwitchedPresence>())
  useEffect(() => {
    for (const { no, presence } of view.participants) if (meant.current.get(no) === presence) meant.current.delete(no)
  }, [view.participants])
  const goRound = async (no: number, presence: Presence) => {
    const next = findNextPresence(meant.current.get(no) ?? presence)
    meant.current.set(no, next)
    if (!(await act({ kind: 'presence', no, presence: next }))) meant.current.delete(no)
  }
  useCommands(
    view.participants
      .filter(({ no }) => mine && no <= 9)
      .map(({ no, presence }) => ({
        id: `call-alt-${no}`,
        label: t('meeting.people.holdKey', { who: findParticipantName(view, no) }),
        keys: numberKey(no, 'Alt '),
        run: () => void goRound(no, presence),
      })),
  )
  return (
    <section className={css.people} aria-labelledby="call-people">
      <h2 id="call-people">
        {t(`meeting.people.label.${view.mode}`)} <span>{t('meeting.people.keys')}</span>
      </h2>
      <ul>
        {view.participants.map((one) => (
          <ParticipantLine key={one.no} one={one} mine={mine} />
        ))}
      </ul>
      {onChange && (
        <p className={css.change}>
          <Button look="bare" icon="plus" keys="Alt 0" onPress={onChange}>
            {t('meeting.people.change')}
          </Button>
        </p>
      )}
      {view.withoutHer !== null && (
        <p className={css.kept}>
          <Icon name="message" />
          <span>
            {t('meeting.withoutHer')} <q dir="auto">{view.withoutHer}</q>
          </span>
        </p>
      )}
      {view.withheldCount > 0 && (
        <p className={css.kept}>
          <Icon name="stopline" />
          <span>{t('meeting.kept', { label: view.label, count: view.withheldCount })}</span>
        </p>
      )}
    </section>
  )
}

const PRESENCE_CLASS: Readonly<Record<ParticipantView['presence'], string | undefined>> = {
  on: undefined,
  hold: css.onHold,
  dropped: css.isDropped,
  left: css.hasLeft,
}

function ParticipantLine({ one, mine }: { readonly one: ParticipantView; readonly mine: boolean }) {
  const { t } = useTranslation()
  const { view, sendCommand: act } = useMeetingSession()
  const { no, presence } = one
  const name = findParticipantName(view, no)
  return (
    <li className={PRESENCE_CLASS[presence]}>
      <span className={css.no} aria-hidden="true">
        {no}
      </span>
      <div className={css.who}>
        <Name strong>{name}</Name>
        <PresenceDuration one={one} />
      </div>
      <ToggleButtonGroup
        className={css.switch ?? ''}
        selectionMode="single"
        disallowEmptySelection={presence !== 'left'}
        selectedKeys={presence === 'left' ? [] : [presence]}
        isDisabled={!mine}
        aria-label={name}
        onSelectionChange={(keys) => {
          const next = PRESENCE_SWITCH.find((each) => keys.has(each) && each !== presence)
          if (next) void act({ kind: 'presence', no, presence: next })
        }}
      >
        {PRESENCE_SWITCH.map((each: SwitchedPresence) => (
          <ToggleButton key={each} id={each}>
            {describePresence(t, view.mode, one, each)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {one.share !== 'in_house' && one.share !== 'active' && (
        <p className={css.unsigned}>
          <Icon name="stopline" />
          {t(`meeting.people.share.${one.share}`)}
        </p>
      )}
      {presence === 'dropped' && (
        <p className={css.rule} dir="auto">
          {one.rule ? t('meeting.people.agreed', { rule: one.rule }) : t('meeting.people.noRule')}
        </p>
      )}
    </li>
  )
}

/** The participant's role; once on hold or dropped, for how long. */
function PresenceDuration({ one }: { readonly one: ParticipantView }) {
  const { t } = useTranslation()
  const { view } = useMeetingSession()
  const now = useNow()
  const minute = useMinute()
  const zone = useZone()
  if (one.presence === 'on') return <span className="second">{t(`meeting.role.${one.role}`)}</span>
  if (one.presence === 'left')
    return <span className="second">{t('meeting.people.left', { when: formatDayAndTime(one.since, minute, zone) })}</span>
  const held = one.presence === 'hold'
  const length = now - one.since
  return (
    <span className={`${css.time} ${held ? 'is-soon' : 'is-overdue'}`}>
      {t(held ? `meeting.people.holdTime.${view.mode}` : `meeting.people.droppedTime.${view.mode}`)}{' '}
      <time dateTime={formatMachineLength(length)}>{formatLength(length)}</time>
    </span>
  )
}
