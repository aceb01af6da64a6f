import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Name, FromTo } from '../../components'
import { Button, Icon } from '../../ui'
import { useMeetingSession } from './meeting-session'
import css from './call.module.css'

interface Props {
  readonly help: ReactNode
  /** Null when this worker may not pause it. */
  readonly onPause: (() => void) | null
  readonly onHandOver: (() => void) | null
  readonly onLock: () => void
  readonly onLeave: () => void
}

/** The head of the call screen: which meeting this is, whether it is saved, and the four keys that always work. */
export function CallHead({ help, onPause, onHandOver, onLock, onLeave }: Props) {
  const { t } = useTranslation()
  const { view, texts } = useMeetingSession()
  return (
    <header className={css.head}>
      <p className={css.which}>
        <b>{t(`meeting.mode.${view.mode}`)}</b>
        <span className="muted">
          <Name>{view.label}</Name>, {t('meeting.number', { number: view.number })}{' '}
          <FromTo from={view.fromTo.from} to={view.fromTo.to} fromWord={t('meeting.from')} toWord={t('meeting.to')} />
        </span>
      </p>
      <p className={texts.saveState === 'not_saved' ? `saved is-overdue ${css.unsaved}` : 'saved'} role="status">
        {texts.saveState === 'saved' && <Icon name="confirmed" className="is-confirmed" />}
        <span>{t(`meeting.saveState.${texts.saveState}`)}</span>
      </p>
      <div className={css.headActs}>
        {onPause && (
          <Button keys="F6" onPress={onPause}>
            {t(view.runningSince === null ? 'meeting.resume' : 'meeting.pause')}
          </Button>
        )}
        {onHandOver && (
          <Button keys="F7" onPress={onHandOver}>
            {t('meeting.handOver')}
          </Button>
        )}
        {view.closed === null && (onPause === null || onHandOver === null) && (
          <Button keys="Ctrl B" onPress={onLeave}>
            {t('meeting.back')}
          </Button>
        )}
        <Button icon="lock" keys="F9" onPress={onLock}>
          {t('meeting.lock')}
        </Button>
        <span className={css.help}>{help}</span>
      </div>
    </header>
  )
}
