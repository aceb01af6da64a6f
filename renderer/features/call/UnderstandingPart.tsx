import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { isAsked } from '#shared/domain/decide-closing'
import { Field, Icon } from '../../ui'
import { nameOf, type ParticipantView } from './presence'
import { useSaid, useSitting } from './sitting'
import css from './Call.module.css'

/** M3: each one, she included, says in own words what happens next. */
export function UnderstandingPart() {
  const { view } = useSitting()
  return (
    <div className={`stack ${css.said}`} data-first>
      {view.participants
        .filter((one) => isAsked(view, one))
        .map((one) => (
          <OneSays key={one.no} one={one} />
        ))}
    </div>
  )
}

function OneSays({ one }: { readonly one: ParticipantView }) {
  const { t } = useTranslation()
  const { view, act } = useSitting()
  const { no } = one
  const save = useCallback((words: string) => act({ kind: 'understood', no, words }), [act, no])
  const field = useSaid(`understood:${no}`, one.understanding ?? '', save)
  return (
    <div className={css.sayer}>
      {one.understanding === null ? <Icon name="ask" className="is-soon" /> : <Icon name="confirmed" className="is-confirmed" />}
      <Field label={t('meeting.steps.understood', { who: nameOf(view, no) })} rows={2} {...field} />
    </div>
  )
}
