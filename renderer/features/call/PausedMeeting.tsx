import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureLine, useOfficeState } from '../../office'
import { Button, useCommands } from '../../ui'
import { useMeetingSession } from './meeting-session'
import css from './call.module.css'

/** A meeting that is paused or that a colleague leads (M4). One key continues it, on any shift. */
export function PausedMeeting({ mine }: { readonly mine: boolean }) {
  const { t } = useTranslation()
  const { view, sendCommand: act, failure } = useMeetingSession()
  const me = useOfficeState()?.me?.id
  const heading = useRef<HTMLHeadingElement>(null)
  const paused = view.runningSince === null && !view.late
  useEffect(() => heading.current?.focus(), [paused])
  const go = () => {
    if (paused) void act({ kind: 'resume' })
    else if (me) void act({ kind: 'hand_to', to: me })
  }
  useCommands([{ id: 'call-go-on', label: t('meeting.paused.go'), keys: 'Ctrl Enter', run: go }])
  return (
    <>
      <h1 ref={heading} tabIndex={-1} dir="auto">
        {paused ? t('meeting.paused.title') : t('meeting.another.title', { who: view.lead.name })}
      </h1>
      <p className="say" dir="auto">
        {paused ? t('meeting.paused.what') : t('meeting.another.what', { who: view.lead.name })}{' '}
        {paused && !mine && t('meeting.paused.who', { who: view.lead.name })}
      </p>
      <FailureLine failure={failure} />
      <p className={`acts ${css.go}`}>
        <Button look="do" size="big" keys="Ctrl Enter" onPress={go}>
          {t('meeting.paused.go')}
        </Button>
      </p>
    </>
  )
}
