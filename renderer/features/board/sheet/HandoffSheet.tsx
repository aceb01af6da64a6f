import { useTranslation } from 'react-i18next'
import type { RecordView } from '#shared/contract/handoff/record'
import type { Instant, Zone } from '#shared/domain/core/moment'
import { formatMarginTime } from '#shared/domain/core/wording'
import { describeFailure, useOffice, useBounceReasonNames } from '../../../office'
import { Name, OwnWords, describeEntryBriefly, FromTo } from '../../../components'
import { TimelineLine, Timeline, Button, Loading, RuleItem, RuleList } from '../../../ui'
import type { PlacedRow } from '../filters/board-filters'
import { HeldLabel } from './HeldLabel'
import { listReachRules, describeVerified } from './reach-rules'
import { SheetNextAction, type SheetCallbacks } from './SheetNextAction'
import css from '../board.module.css'

interface Props extends SheetCallbacks {
  readonly row: PlacedRow
  readonly now: Instant
  readonly zone: Zone
  readonly onClose: () => void
}

/** The sheet of the selected row beside the list: what to do now, how to reach the person, what happened last. It shows no number (P3). */
export function HandoffSheet({ row, now, zone, onClose, ...acts }: Props) {
  const { t } = useTranslation()
  const { value: record, failure } = useOffice('handoff.read', { id: row.id })
  return (
    <article className={`sheet ${css.sheet}`} aria-labelledby="sheet-name">
      <header className="sheet-head">
        <HeldLabel key={row.id} id="sheet-name" label={row.label} number={row.number} personId={record?.personId} />
        <Button look="bare" icon="close" label={t('board.sheet.close')} onPress={onClose}>
          {null}
        </Button>
        <p className="second">
          <FromTo from={row.from} to={row.to} fromWord={t('board.from')} toWord={t('board.to')} />
        </p>
      </header>
      <SheetNextAction row={row} record={record} now={now} zone={zone} {...acts} />
      {record ? (
        <SheetDetails record={record} now={now} zone={zone} />
      ) : (
        <section>
          {failure ? <p className="error">{describeFailure(t, failure)}</p> : <Loading>{t('board.sheet.loading')}</Loading>}
        </section>
      )}
    </article>
  )
}

function SheetDetails({ record, now, zone }: { readonly record: RecordView; readonly now: Instant; readonly zone: Zone }) {
  const { t } = useTranslation()
  const reasons = useBounceReasonNames()
  const last = record.timeline
    .map((entry) => ({ entry, line: describeEntryBriefly(t, entry, { record, reasons, now, zone }) }))
    .filter(({ line }) => line !== null)
    .slice(0, 3)
  return (
    <>
      <section className={`plan ${css.rest}`} aria-labelledby="sheet-reach">
        <header>
          <h3 id="sheet-reach">{t('board.sheet.reach')}</h3>
          {record.plan && <span className="small muted">{describeVerified(t, record.plan, now, zone)}</span>}
        </header>
        <RuleList>
          {listReachRules(t, record, now, zone).map((rule, index) => (
            <RuleItem key={index} icon={rule.icon}>
              {rule.strong ? <b dir="auto">{rule.text}</b> : <bdi dir="auto">{rule.text}</bdi>}
              {rule.said && (
                <>
                  {' '}
                  <OwnWords>{rule.said}</OwnWords>
                </>
              )}
            </RuleItem>
          ))}
        </RuleList>
      </section>
      <section className={css.rest} aria-labelledby="sheet-happened">
        <h3 id="sheet-happened">{t('board.sheet.happened')}</h3>
        <Timeline tight>
          {last.map(({ entry, line }) => (
            <TimelineLine key={entry.no} time={<time>{formatMarginTime(entry.happenedAt, now, zone)}</time>}>
              {entry.withdrawn ? (
                <s>
                  <bdi dir="auto">{line}</bdi>
                </s>
              ) : (
                <bdi dir="auto">{line}</bdi>
              )}
              {entry.by && (
                <span className="muted">
                  {' '}
                  <Name>{entry.by}</Name>
                </span>
              )}
            </TimelineLine>
          ))}
        </Timeline>
      </section>
    </>
  )
}
