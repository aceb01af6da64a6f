import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { isUnderstandingAsked } from '#shared/domain/meeting/decide-closing'
import { Field, Icon } from '../../../ui'
import { findParticipantName, type ParticipantView } from '../people/presence'
import { useFieldCommand, useMeetingSession } from '../meeting-session'
import css from '../call.module.css'

/** Each participant, the person included, says in their own words what happens next (M3). */
export function UnderstandingPart() {
  const { view } = useMeetingSession()
  return (
    <div className={`stack ${css.said}`} data-first>
      {view.participants
        .filter((one) => isUnderstandingAsked(view, one))
        .map((one) => (
          <ParticipantUnderstanding key={one.no} one={one} />
        ))}
    </div>
  )
}

function ParticipantUnderstanding({ one }: { readonly one: ParticipantView }) {
  const { t } = useTranslation()
  const { view, sendCommand: act } = useMeetingSession()
  const { no } = one
  const save = useCallback((words: string) => act({ kind: 'understood', no, words }), [act, no])
  const field = useFieldCommand(`understood:${no}`, one.understanding ?? '', save)
  return (
    <div className={css.sayer}>
      {one.understanding === null ? <Icon name="ask" className="is-soon" /> : <Icon name="confirmed" className="is-confirmed" />}
      <Field label={t('meeting.steps.understood', { who: findParticipantName(view, no) })} rows={2} {...field} />
    </div>
  )
}
