import { useTranslation } from 'react-i18next'
import type { AccompanimentView } from '#shared/contract/accompaniment'
import { RUNGS, type Rung } from '#shared/domain/accompaniment'
import { dayOf } from '#shared/domain/wording'
import { useMinute, useZone } from '../../office'
import { Said, TableScroll } from '../../ui'
import css from './Accompaniment.module.css'

type Stair = AccompanimentView['stairs'][number]

const keyOf = ({ at, meetingId }: Stair): string => meetingId ?? String(at)
/** The day as it stands over a column: 'Fri 30 Oct', 'today'. */
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A real table as a staircase: a column a meeting, a row for how near the first worker was. */
export function Stairs({ view }: { readonly view: AccompanimentView }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const who = view.worker
  const day = (at: number) => capital(dayOf(at, now, zone))
  const what = (stair: Stair) =>
    stair.meetingId === null ? t('accompaniment.more') : stair.what || (stair.mode && t(`meeting.mode.${stair.mode}`))
  const next = view.ended === null && view.open
  const ahead: Rung = view.ask && !view.ask.decided ? view.ask.proposed : view.rung
  return (
    <TableScroll label={t('accompaniment.table', { who })}>
      <table className={css.stairs}>
        <caption className="hidden">{t('accompaniment.table', { who })}</caption>
        <thead>
          <tr>
            <td />
            {view.stairs.map((stair) => (
              <th key={keyOf(stair)} scope="col">
                <b>{day(stair.at)}</b>
                <span dir="auto">{what(stair)}</span>
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
          {RUNGS.map((rung, row) => (
            <tr key={rung}>
              <th scope="row">
                <bdi dir="auto">{t(`accompaniment.rung.${rung}`, { who })}</bdi>
              </th>
              {view.stairs.map((stair) => (
                <Cell key={keyOf(stair)} at={RUNGS.indexOf(stair.rung) - row} who={who} />
              ))}
              {next && (
                <td>
                  {ahead === rung && (
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
            {view.stairs.map((stair) => (
              <td key={keyOf(stair)}>
                {stair.confidence ? (
                  <>
                    <span className={css.conf}>
                      <b>{stair.confidence.score}</b> {t('accompaniment.of')}
                    </span>
                    {stair.confidence.words && <Said>{stair.confidence.words}</Said>}
                  </>
                ) : (
                  stair.meetingId !== null && <span className={css.conf}>{t('accompaniment.notAsked')}</span>
                )}
                {stair.words && <Said>{stair.words}</Said>}
              </td>
            ))}
            {next && <td />}
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  )
}

/** `at`: how many rows beneath this one the step stands; negative: above it. */
function Cell({ at, who }: { readonly at: number; readonly who: string }) {
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
