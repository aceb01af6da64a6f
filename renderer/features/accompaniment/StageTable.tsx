import { useTranslation } from 'react-i18next'
import type { AccompanimentView } from '#shared/contract/handoff/accompaniment'
import { ACCOMPANIMENT_STAGES, type AccompanimentStage } from '#shared/domain/accompaniment/stages'
import { formatDay } from '#shared/domain/core/wording'
import { useMinute, useZone } from '../../office'
import { OwnWords } from '../../components'
import { TableScroll } from '../../ui'
import css from './accompaniment.module.css'

type MeetingStage = AccompanimentView['entries'][number]

const readStageKey = ({ at, meetingId }: MeetingStage): string => meetingId ?? String(at)
/** Capitalises a day over a column: 'Fri 30 Oct', 'today'. */
const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A table of the stages: a column a meeting, a row for how much support the first worker gave. */
export function StageTable({ view }: { readonly view: AccompanimentView }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const who = view.worker
  const day = (at: number) => capitalize(formatDay(at, now, zone))
  const what = (meetingStage: MeetingStage) =>
    meetingStage.meetingId === null
      ? t('accompaniment.more')
      : meetingStage.what || (meetingStage.mode && t(`meeting.mode.${meetingStage.mode}`))
  const next = view.ended === null && view.open
  const ahead: AccompanimentStage = view.ask && !view.ask.decided ? view.ask.proposed : view.stage
  return (
    <TableScroll label={t('accompaniment.table', { who })}>
      <table className={css.stages}>
        <caption className="hidden">{t('accompaniment.table', { who })}</caption>
        <thead>
          <tr>
            <td />
            {view.entries.map((meetingStage) => (
              <th key={readStageKey(meetingStage)} scope="col">
                <b>{day(meetingStage.at)}</b>
                <span dir="auto">{what(meetingStage)}</span>
              </th>
            ))}
            {next && (
              <th scope="col">
                <b>{view.next ? day(view.next.at) : t('accompaniment.next')}</b>
                <span dir="auto">{view.next ? view.next.what : t('accompaniment.toBook')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {ACCOMPANIMENT_STAGES.map((stage, row) => (
            <tr key={stage}>
              <th scope="row">
                <bdi dir="auto">{t(`accompaniment.rung.${stage}`, { who })}</bdi>
              </th>
              {view.entries.map((meetingStage) => (
                <StageCell key={readStageKey(meetingStage)} at={ACCOMPANIMENT_STAGES.indexOf(meetingStage.stage) - row} who={who} />
              ))}
              {next && (
                <td>
                  {ahead === stage && (
                    <span className={css.maybe}>
                      {t(view.ask && !view.ask.decided ? 'accompaniment.proposed' : 'accompaniment.decided')}
                    </span>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('accompaniment.confidence')}</th>
            {view.entries.map((meetingStage) => (
              <td key={readStageKey(meetingStage)}>
                {meetingStage.confidence ? (
                  <>
                    <span className={css.conf}>
                      <b>{meetingStage.confidence.score}</b> {t('accompaniment.of')}
                    </span>
                    {meetingStage.confidence.words && <OwnWords>{meetingStage.confidence.words}</OwnWords>}
                  </>
                ) : (
                  meetingStage.meetingId !== null && <span className={css.conf}>{t('accompaniment.notAsked')}</span>
                )}
                {meetingStage.words && <OwnWords>{meetingStage.words}</OwnWords>}
              </td>
            ))}
            {next && <td />}
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  )
}

/** `at`: how many rows beneath this one the step is; negative: above it. */
function StageCell({ at, who }: { readonly at: number; readonly who: string }) {
  const { t } = useTranslation()
  if (at === 0)
    return (
      <td className={css.on}>
        <span className={css.step}>
          <span className="hidden">{t('accompaniment.here', { who })}</span>
        </span>
      </td>
    )
  return <td className={at < 0 ? css.below : undefined} />
}
