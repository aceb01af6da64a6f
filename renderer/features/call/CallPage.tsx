import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import type { MeetingView } from '#shared/contract/meeting'
import { failureWords, PLACES, readAgain, useMinute, useOffice, useOfficeState } from '../../office'
import { Button, Empty, Loading, useCommands } from '../../ui'
import { Call } from './Call'
import { ClosedMeeting } from './ClosedMeeting'
import { useOpenSitting, SittingProvider } from './sitting'
import css from './Call.module.css'

interface Props {
  /** F1 and F2, which belong on every screen; they are the frame's. */
  readonly help: ReactNode
  readonly onLock: () => void
}

/** `#/meetings/:id`: for use while people talk (M1). No rail and no search. */
export function CallPage({ help, onLock }: Props) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const { id } = useParams<{ id: string }>()
  const { value: view, failure } = useOffice('meeting.read', { id })
  const me = useOfficeState()?.me?.id
  if (view && me) return <OpenCall key={view.id} view={view} help={help} onLock={onLock} />
  return (
    <main id="main" className={`nothing ${css.alone}`} tabIndex={-1}>
      <h1 className="hidden">{t('frame.app')}</h1>
      {failure ? (
        <Empty
          title={failureWords(t, failure)}
          act={
            <Button look="do" onPress={() => go(PLACES.meetings)}>
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

function OpenCall({ view, help, onLock }: Props & { readonly view: MeetingView }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const { sitting, ready } = useOpenSitting(view)
  const minute = useMinute()
  // R1: a release that ends while people talk covers the screen by itself.
  useEffect(() => void readAgain(['meetings']), [minute])
  const leave = () => void sitting.settle().then(() => go(PLACES.handoff(view.handoffId)))
  useCommands([{ id: 'call-leave', label: t('meeting.back'), keys: 'Ctrl B', run: leave }])
  if (!ready) return <Loading>{t('meeting.loading')}</Loading>
  return (
    <SittingProvider value={sitting}>
      {view.closed === null ? (
        <Call help={help} onLock={onLock} onLeave={leave} />
      ) : (
        <ClosedMeeting closed={view.closed} help={help} onLock={onLock} onLeave={leave} />
      )}
    </SittingProvider>
  )
}
