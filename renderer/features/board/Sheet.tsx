import { useTranslation } from 'react-i18next'
import type { RecordView } from '#shared/contract/record'
import type { Instant, Zone } from '#shared/domain/moment'
import { marginTime } from '#shared/domain/wording'
import { failureWords, useOffice, useReasons } from '../../office'
import { BookLine, BookList, Button, Loading, Name, Rule, Rules, Said, toldShort, Way } from '../../ui'
import type { Placed } from './choice'
import { HeldLabel } from './HeldLabel'
import { reachRules, verifiedWords } from './reach-words'
import { SheetNext, type SheetActs } from './SheetNext'
import css from './Board.module.css'

interface Props extends SheetActs {
  readonly row: Placed
  readonly now: Instant
  readonly zone: Zone
  readonly onClose: () => void
}

/** The open sheet beside the list: what to do now, how to reach her, what has happened last. No number stands here (P3). */
export function Sheet({ row, now, zone, onClose, ...acts }: Props) {
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
          <Way from={row.from} to={row.to} fromWord={t('board.from')} toWord={t('board.to')} />
        </p>
      </header>
      <SheetNext row={row} record={record} now={now} zone={zone} {...acts} />
      {record ? (
        <Rest record={record} now={now} zone={zone} />
      ) : (
        <section>{failure ? <p className="error">{failureWords(t, failure)}</p> : <Loading>{t('board.sheet.loading')}</Loading>}</section>
      )}
    </article>
  )
}

function Rest({ record, now, zone }: { readonly record: RecordView; readonly now: Instant; readonly zone: Zone }) {
  const { t } = useTranslation()
  const reasons = useReasons()
  const last = record.timeline
    .map((entry) => ({ entry, told: toldShort(t, entry, { record, reasons, now, zone }) }))
    .filter(({ told }) => told !== null)
    .slice(0, 3)
  return (
    <>
      <section className={`plan ${css.rest}`} aria-labelledby="sheet-reach">
        <header>
          <h3 id="sheet-reach">{t('board.sheet.reach')}</h3>
          {record.plan && <span className="small muted">{verifiedWords(t, record.plan, now, zone)}</span>}
        </header>
        <Rules>
          {reachRules(t, record, now, zone).map((rule, index) => (
            <Rule key={index} icon={rule.icon}>
              {rule.strong ? <b dir="auto">{rule.text}</b> : <bdi dir="auto">{rule.text}</bdi>}
              {rule.said && (
                <>
                  {' '}
                  <Said>{rule.said}</Said>
                </>
              )}
            </Rule>
          ))}
        </Rules>
      </section>
      <section className={css.rest} aria-labelledby="sheet-happened">
        <h3 id="sheet-happened">{t('board.sheet.happened')}</h3>
        <BookList tight>
          {last.map(({ entry, told }) => (
            <BookLine key={entry.no} time={<time>{marginTime(entry.happenedAt, now, zone)}</time>}>
              {entry.withdrawn ? (
                <s>
                  <bdi dir="auto">{told}</bdi>
                </s>
              ) : (
                <bdi dir="auto">{told}</bdi>
              )}
              {entry.by && (
                <span className="muted">
                  {' '}
                  <Name>{entry.by}</Name>
                </span>
              )}
            </BookLine>
          ))}
        </BookList>
      </section>
    </>
  )
}
