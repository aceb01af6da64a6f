import { useTranslation } from 'react-i18next'
import { RISK_KINDS } from '#shared/domain/core/vocabulary'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { useMinute, useZone } from '../../../office'
import { MomentField, OwnWords, MarkShape } from '../../../components'
import { Button, Choices, Field, Select, useCommands } from '../../../ui'
import { EMPTY_DEADLINE, isDeadlineAnswered, type ConfirmDraft, type DeadlineDraft } from './confirm-draft'
import type { ConfirmPartProps } from './part-props'
import css from '../actions/step.module.css'

type DeadlinesAnswer = NonNullable<ConfirmDraft['answer']>

/** C4 (c): asked about, and each written down and routed, or "none". "She does not know" stays open. */
export function DeadlinesPart({ record, draft, change, error }: ConfirmPartProps) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const answer = (next: DeadlinesAnswer) =>
    change((before) => ({
      answer: next,
      dates: next === 'dates' && before.dates.length === 0 ? [EMPTY_DEADLINE] : before.dates,
    }))
  useCommands([
    { id: 'dates-none', label: t('record.confirm.none'), keys: '0', run: () => answer('none') },
    { id: 'dates-write', label: t('record.confirm.write'), keys: 'D', run: () => answer('dates') },
    { id: 'dates-unknown', label: t('record.confirm.unknown'), keys: 'U', run: () => answer('not_known') },
  ])
  const stored = record.parts.deadline_risks?.answer
  const effective = draft.answer ?? stored ?? null
  // A date that is empty, or that nobody handles, is no answer yet.
  const done = draft.answer === null ? stored === 'none' || stored === 'dates' : isDeadlineAnswered(draft, now, zone)
  const set = (at: number, part: Partial<DeadlineDraft>) =>
    change((before) => ({ dates: before.dates.map((date, index) => (index === at ? { ...date, ...part } : date)) }))
  return (
    <li className={done ? undefined : css.open}>
      <MarkShape kind={done ? 'confirmed' : 'missing'} />
      <div className="stack">
        <h3>{t(done ? 'record.confirm.dates' : effective === 'not_known' ? 'record.confirm.datesUnknown' : 'record.confirm.datesOpen')}</h3>
        {!done && (
          <p>
            {t('record.confirm.datesAsk')}
            <OwnWords>{t('record.confirm.datesSaid')}</OwnWords>
          </p>
        )}
        <Choices
          label={t('record.confirm.dates')}
          quietLabel
          look="tight"
          value={effective}
          onChange={answer}
          options={[
            { value: 'none', label: t('record.confirm.none'), keys: '0' },
            { value: 'dates', label: t('record.confirm.write'), keys: 'D' },
            { value: 'not_known', label: t('record.confirm.unknown'), keys: 'U' },
          ]}
        />
        {effective === 'not_known' && <p className="second">{t('record.confirm.unknownSaid')}</p>}
        {draft.answer === 'dates' && (
          <>
            {error('dates') && (
              <p className="error" role="alert">
                {error('dates')}
              </p>
            )}
            {draft.dates.map((date, index) => (
              <div key={index} className={css.dateRow} role="group" aria-label={t('record.confirm.date.line', { n: index + 1 })}>
                {date.recordedAt !== undefined ? (
                  <p>
                    <b>
                      {t(`word.riskKind.${date.kind}`)}, {formatDayAndTime(date.recordedAt, now, zone)}
                    </b>
                  </p>
                ) : (
                  <>
                    <Select
                      label={t('record.confirm.date.kind')}
                      value={date.kind}
                      options={RISK_KINDS.map((kind) => ({ value: kind, label: t(`word.riskKind.${kind}`) }))}
                      onChange={(kind) => set(index, { kind })}
                    />
                    <MomentField label={t('record.confirm.date.at')} value={date.at} onChange={(at) => set(index, { at })} />
                  </>
                )}
                <Field label={t('record.confirm.date.what')} value={date.what} onChange={(what) => set(index, { what })} />
                <Field label={t('record.confirm.date.routed')} value={date.routedTo} onChange={(routedTo) => set(index, { routedTo })} />
                {date.recordedAt === undefined && (
                  <Button look="bare" onPress={() => change((before) => ({ dates: before.dates.filter((_, place) => place !== index) }))}>
                    {t('record.confirm.date.remove')}
                  </Button>
                )}
              </div>
            ))}
            <p className="acts">
              <Button icon="plus" onPress={() => change((before) => ({ dates: [...before.dates, EMPTY_DEADLINE] }))}>
                {t('record.confirm.date.add')}
              </Button>
            </p>
          </>
        )}
      </div>
    </li>
  )
}
