import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { MeetingView } from '#shared/contract/handoff/meeting'
import { formatDayAndTime, formatElapsed } from '#shared/domain/core/wording'
import { ROUTES, useMinute, useOffice, useZone } from '../../office'
import { OwnWords } from '../../components'
import { Button, useCommands } from '../../ui'
import { CallHead } from './CallHead'
import { ContactOnClosing } from './steps/ContactOnClosing'
import { FinishHandoff } from './FinishHandoff'
import { PlanColumns, PlanLineDue, PlanLineOwner } from './parts/PlanPart'
import { StepList } from './steps/StepList'
import { PastParticipants } from './people/PastParticipants'
import { useMeetingSession } from './meeting-session'
import css from './call.module.css'

const TEXTS = ['situation', 'background', 'questions_1', 'questions_2'] as const

interface Props {
  readonly closed: NonNullable<MeetingView['closed']>
  readonly help: ReactNode
  readonly onLock: () => void
  readonly onLeave: () => void
}

/** The result of a closed meeting: nothing can be changed; later words are a note on the record. */
export function ClosedMeeting({ closed, help, onLock, onLeave }: Props) {
  const { t } = useTranslation()
  const { view } = useMeetingSession()
  const now = useMinute()
  const zone = useZone()
  useCommands([{ id: 'call-record', label: t('meeting.closed.record'), keys: 'Enter', run: onLeave }])
  const along = useOffice('accompaniment.list', {}).value?.find(({ handoffId }) => handoffId === view.handoffId)
  const written = TEXTS.filter((field) => view.texts[field] !== '')
  return (
    <div className={css.call}>
      <CallHead help={help} onPause={null} onHandOver={null} onLock={onLock} onLeave={onLeave} />
      <StepList at={null} closing={false} onOpen={() => undefined} onEnd={() => undefined} />
      <main id="main" className={css.step} tabIndex={-1}>
        <h1>{t('meeting.closed.title')}</h1>
        <p className="say" dir="auto">
          {t('meeting.closed.when', { when: formatDayAndTime(closed.at, now, zone), length: formatElapsed(view.ran), who: closed.by })}{' '}
          {closed.how === 'she_ended_it' && t('meeting.closed.sheEnded')} {closed.words && <OwnWords>{closed.words}</OwnWords>}
        </p>
        <ContactOnClosing contact={view.contact} />
        <FinishHandoff />
        <h2>{t('meeting.closed.plan')}</h2>
        {view.lines.length === 0 ? (
          <p className="muted">{t('meeting.closed.nothing')}</p>
        ) : (
          <>
            <table className={css.lines}>
              <thead>
                <tr>
                  <PlanColumns />
                </tr>
              </thead>
              <tbody>
                {view.lines.map((line) => (
                  <tr key={line.no}>
                    <td dir="auto">
                      {line.what}
                      {line.task && <span className={`second ${css.sees}`}>{t(`meeting.task.${line.task}`)}</span>}
                    </td>
                    <td>
                      <PlanLineOwner line={line} />
                    </td>
                    <td>
                      <PlanLineDue line={line} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p className="second">{t('meeting.closed.tasks')}</p>
          </>
        )}
        <p className={`acts ${css.go}`}>
          <Button look="do" size="big" keys="Enter" onPress={onLeave}>
            {t('meeting.closed.record')}
          </Button>
          {along && (
            <Link className={`btn big ${css.asButton}`} href={ROUTES.accompaniment(view.handoffId)}>
              {t(along.toAsk ? 'accompaniment.list.ask' : 'accompaniment.record.label')}
            </Link>
          )}
          {view.copy !== 'unsafe' && view.copy !== 'declined' && (
            <Link className={`btn big ${css.asButton}`} href={ROUTES.clientSummary(view.id)}>
              {t('meeting.closed.page')}
            </Link>
          )}
        </p>
        {written.length > 0 && (
          <>
            <h2>{t('meeting.closed.texts')}</h2>
            <dl className="words">
              {written.map((field) => (
                <div key={field}>
                  <dt>{t(`meeting.steps.${field}.short`)}</dt>
                  <dd dir="auto" className={css.writtenText}>
                    {view.texts[field]}
                  </dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </main>
      <PastParticipants />
    </div>
  )
}
