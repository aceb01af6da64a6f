import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import type { MeetingView } from '#shared/contract/handoff/meeting'
import { describeFailure, ROUTES, refreshTopics, useMinute, useOffice, useOfficeState } from '../../office'
import { Button, EmptyState, Loading, useCommands } from '../../ui'
import { CallScreen } from './CallScreen'
import { ClosedMeeting } from './ClosedMeeting'
import { useOpenMeetingSession, MeetingSessionProvider } from './meeting-session'
import css from './call.module.css'

interface Props {
  /** F1 and F2, which belong on every screen; the frame provides them. */
  readonly help: ReactNode
  readonly onLock: () => void
}

/** The page `#/meetings/:id`, used during a meeting (M1). It has no rail and no search. */
export function CallPage({ help, onLock }: Props) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const { id } = useParams<{ id: string }>()
  const { value: view, failure } = useOffice('meeting.read', { id })
  const me = useOfficeState()?.me?.id
  if (view && me) return <OpenMeeting key={view.id} view={view} help={help} onLock={onLock} />
  return (
    <main id="main" className={`nothing ${css.alone}`} tabIndex={-1}>
      <h1 className="hidden">{t('frame.app')}</h1>
      {failure ? (
        <EmptyState
          title={describeFailure(t, failure)}
          action={
            <Button look="do" onPress={() => go(ROUTES.meetings)}>
              {t('meetings.title')}
            </Button>
          }
        />
      ) : (
        <Loading>{t('meeting.loading')}</Loading>
      )}
      <div className={css.help}>{help}</div>
    </main>
  )
}

function OpenMeeting({ view, help, onLock }: Props & { readonly view: MeetingView }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const { session, ready } = useOpenMeetingSession(view)
  const minute = useMinute()
  // When a release ends during the meeting, the text is hidden automatically (R1).
  useEffect(() => void refreshTopics(['meetings']), [minute])
  const leave = () => void session.writePending().then(() => go(ROUTES.handoff(view.handoffId)))
  useCommands([{ id: 'call-leave', label: t('meeting.back'), keys: 'Ctrl B', run: leave }])
  if (!ready) return <Loading>{t('meeting.loading')}</Loading>
  return (
    <MeetingSessionProvider value={session}>
      {view.closed === null ? (
        <CallScreen help={help} onLock={onLock} onLeave={leave} />
      ) : (
        <ClosedMeeting closed={view.closed} help={help} onLock={onLock} onLeave={leave} />
      )}
    </MeetingSessionProvider>
  )
}
