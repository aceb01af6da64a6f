import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { Presence } from '#shared/domain/meeting'
import { clockTime } from '#shared/domain/wording'
import { useMinute, useNow, useOfficeState, useZone } from '../../office'
import { Button, Icon, Name, useCommands } from '../../ui'
import { clockOfLength, machineLength, nameOf, nextPresence, presenceWords, SWITCH, type ParticipantView, type Switched } from './presence'
import { useSitting } from './sitting'
import css from './Call.module.css'

/** M1: who is on the line, on hold, dropped; Alt and the number goes round. The agreed rule stands under whoever dropped. */
export function CallPeople({ onChange }: { readonly onChange: (() => void) | null }) {
  const { t } = useTranslation()
  const { view, act } = useSitting()
  const me = useOfficeState()?.me?.id
  const mine = view.closed === null && view.lead.id === me
  // Two quick presses go two places, though the first one's answer is still on its way.
  const meant = useRef(new Map<number, Switched>())
  useEffect(() => {
    for (const { no, presence } of view.participants) if (meant.current.get(no) === presence) meant.current.delete(no)
  }, [view.participants])
  const goRound = async (no: number, presence: Presence) => {
    const next = nextPresence(meant.current.get(no) ?? presence)
    meant.current.set(no, next)
    if (!(await act({ kind: 'presence', no, presence: next }))) meant.current.delete(no)
  }
  useCommands(
    view.participants
      .filter(({ no }) => mine && no <= 9)
      .map(({ no, presence }) => ({
        id: `call-alt-${no}`,
        label: t('meeting.people.holdKey', { who: nameOf(view, no) }),
        keys: `Alt ${no}`,
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
          <OneHere key={one.no} one={one} mine={mine} />
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
      {view.keptBack > 0 && (
        <p className={css.kept}>
          <Icon name="stopline" />
          <span>{t('meeting.kept', { label: view.label, count: view.keptBack })}</span>
        </p>
      )}
    </section>
  )
}

const LOOK: Readonly<Record<ParticipantView['presence'], string | undefined>> = {
  on: undefined,
  hold: css.onHold,
  dropped: css.isDropped,
  left: css.hasLeft,
}

function OneHere({ one, mine }: { readonly one: ParticipantView; readonly mine: boolean }) {
  const { t } = useTranslation()
  const { view, act } = useSitting()
  const { no, presence } = one
  const name = nameOf(view, no)
  return (
    <li className={LOOK[presence]}>
      <span className={css.no} aria-hidden="true">
        {no}
      </span>
      <div className={css.who}>
        <Name strong>{name}</Name>
        <Since one={one} />
      </div>
      <ToggleButtonGroup
        className={css.switch ?? ''}
        selectionMode="single"
        disallowEmptySelection={presence !== 'left'}
        selectedKeys={presence === 'left' ? [] : [presence]}
        isDisabled={!mine}
        aria-label={name}
        onSelectionChange={(keys) => {
          const next = SWITCH.find((each) => keys.has(each) && each !== presence)
          if (next) void act({ kind: 'presence', no, presence: next })
        }}
      >
        {SWITCH.map((each: Switched) => (
          <ToggleButton key={each} id={each}>
            {presenceWords(t, view.mode, one, each)}
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

/** What they do here; once on hold or dropped, for how long. */
function Since({ one }: { readonly one: ParticipantView }) {
  const { t } = useTranslation()
  const { view } = useSitting()
  const now = useNow()
  const minute = useMinute()
  const zone = useZone()
  if (one.presence === 'on') return <span className="second">{t(`meeting.role.${one.role}`)}</span>
  if (one.presence === 'left')
    return <span className="second">{t('meeting.people.left', { when: clockTime(one.since, minute, zone) })}</span>
  const held = one.presence === 'hold'
  const length = now - one.since
  return (
    <span className={`${css.time} ${held ? 'is-soon' : 'is-overdue'}`}>
      {t(held ? `meeting.people.holdTime.${view.mode}` : `meeting.people.droppedTime.${view.mode}`)}{' '}
      <time dateTime={machineLength(length)}>{clockOfLength(length)}</time>
    </span>
  )
}
