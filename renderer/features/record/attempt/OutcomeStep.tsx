import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordView } from '#shared/contract/handoff/record'
import { MINUTE } from '#shared/domain/core/moment'
import type { AttemptOutcome } from '#shared/domain/core/vocabulary'
import { formatTime } from '#shared/domain/core/wording'
import { readNow, useCall, useForm, useMinute, useZone } from '../../../office'
import { FormFailure, parseMoment, MomentField, toTypedMoment, type TypedMoment } from '../../../components'
import { Button, Choices, Field, Icon, useCommands, numberKey } from '../../../ui'
import { listContactMethods, listOutcomeChoices, type SafetyAnswer, type ContactMethod } from './contact-methods'
import { AttemptOrdinal } from './AttemptOrdinal'
import { StepFrame, AttemptProgress } from '../actions/StepFrame'
import css from '../actions/step.module.css'

interface Props {
  readonly record: RecordView
  readonly safety: SafetyAnswer
  readonly manner: ContactMethod
  /** When the number was dialled, or null: now. */
  readonly dialledAt: number | null
  /** It was stopped as not safe: only the note and one key are left (P4). */
  readonly stop: boolean
  readonly whole: boolean
  readonly onSaved: (outcome: AttemptOutcome, manner: ContactMethod) => void
  readonly onClose: () => void
}

interface OutcomeValues {
  readonly note: string
  readonly earlier: TypedMoment | null
  /** The key that was pressed: what came of it. */
  readonly outcome: AttemptOutcome | null
}
const EMPTY_OUTCOME: OutcomeValues = { note: '', earlier: null, outcome: null }

/** One key saves the outcome. A way that the person refused is recorded too, with a mark (P1); a late entry is marked as late (C8). */
export function OutcomeStep({ record, safety, manner: usual, dialledAt, stop, whole, onSaved, onClose }: Props) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { send } = useCall('handoff.execute')
  const [manner, setManner] = useState<ContactMethod>(usual)
  const [choosing, setChoosing] = useState(false)
  const note = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const when = useRef<HTMLDivElement>(null)
  const ours = record.direction === 'incoming'
  const choices = listOutcomeChoices(t, record, manner)

  const form = useForm({
    id: 'attempt',
    of: record.id,
    initial: EMPTY_OUTCOME,
    validate: (typed) => ({
      earlier:
        typed.earlier !== null && !parseMoment(typed.earlier, readNow(), zone, record.receivedAt).ok && t('failure.refused.no_such_time'),
    }),
    send: ({ note: words, earlier: typed, outcome }) => {
      const found = typed ? parseMoment(typed, readNow(), zone, record.receivedAt) : null
      // Just dialled is now: this window's clock may be a hair before the office's.
      const at = found?.ok ? found.value : dialledAt !== null && readNow() - dialledAt > MINUTE ? dialledAt : null
      const through = outcome === 'partner_relayed' && ours
      return send({
        id: record.id,
        command: {
          kind: 'log_attempt',
          at,
          channel: through ? 'through_partner' : manner.channel,
          wayId: through ? null : manner.wayId,
          outcome: outcome!,
          note: words,
          checkAt: null,
          safeCheck: outcome === 'not_safe_stopped' ? 'not_safe' : safety.safeCheck,
          override: safety.override,
        },
      })
    },
    findField: (path) => (/^(command\.)?at$/.test(path) ? 'earlier' : path === 'command.note' || path === 'note' ? 'note' : null),
    announces: t('record.do.saved'),
    onSent: (_, { outcome }) => onSaved(outcome!, manner),
  })
  const { earlier } = form.values
  const save = (outcome: AttemptOutcome) => form.submitWith({ outcome })
  useCommands([
    ...choices.map((choice) => ({
      id: `came-${choice.outcome}`,
      label: choice.label,
      keys: numberKey(choice.key),
      run: () => save(choice.outcome),
    })),
    ...(ours
      ? [{ id: 'came-stop', label: t('vocabulary.outcome.not_safe_stopped'), keys: 'S' as const, run: () => save('not_safe_stopped') }]
      : []),
    { id: 'earlier', label: t('record.outcome.earlier'), keys: 'T', run: () => toggleEarlier() },
    { id: 'came-back', label: t('record.steps.cancel'), keys: 'Esc', quiet: true, run: () => leave() },
    { id: 'few-words', label: t('record.outcome.words'), keys: 'F8', run: () => note.current?.focus() },
  ])
  const toggleEarlier = () => {
    form.change((before) => ({ earlier: before.earlier ? null : toTypedMoment(readNow(), readNow(), zone) }))
    // The hour is what differs most often; once it is typed, Enter leads back to where one key saves.
    if (!earlier) requestAnimationFrame(() => when.current?.querySelector<HTMLInputElement>('input:last-of-type')?.select())
  }
  // The words are kept for the next time; a leftover hour would be taken for the next call's.
  const leave = () => {
    if (earlier) form.change({ earlier: null })
    onClose()
  }
  const backToKeys = (event: KeyboardEvent) => {
    if (event.key === 'Enter') document.getElementById('step-title')?.focus()
  }
  const title = stop
    ? t('record.outcome.titleStop')
    : record.direction === 'outgoing'
      ? t('record.outcome.titleOut', { who: record.to })
      : record.direction === 'internal'
        ? t('record.outcome.titleIn')
        : t('record.outcome.title')
  if (!form.ready) return null
  return (
    <StepFrame
      title={title}
      top={<AttemptProgress at="outcome" from={whole ? 'safe' : 'outcome'} which={<AttemptOrdinal record={record} />} />}
    >
      <div className={`${css.asof} second`}>
        <span>
          {earlier
            ? t(`record.outcome.did.${manner.channel}`)
            : t(dialledAt === null ? 'record.outcome.asOfNow' : 'record.outcome.asOf', {
                how: t(`record.outcome.did.${manner.channel}`),
                time: formatTime(dialledAt ?? now, zone),
              })}
          .
        </span>
        <Button look="bare" className="inline" keys="T" expanded={earlier !== null} onPress={toggleEarlier}>
          {t(earlier ? 'record.outcome.now' : 'record.outcome.earlier')}
        </Button>
        {ours && !stop && (
          <Button look="bare" className="inline" expanded={choosing} onPress={() => setChoosing(!choosing)}>
            {t('record.outcome.change')}
          </Button>
        )}
      </div>
      {choosing && <ContactMethodChoice record={record} manner={manner} onChange={setManner} />}
      {earlier && (
        <div ref={when} role="presentation" onKeyDown={backToKeys}>
          <MomentField
            label={t('record.outcome.earlierLabel')}
            value={earlier}
            notBefore={record.receivedAt}
            error={form.error('earlier')}
            hint={t('record.outcome.askEarlier')}
            onChange={(next) => form.change({ earlier: next })}
          />
        </div>
      )}
      {!stop && (
        <ol className={`${css.outs} ${choices.length > 6 ? css.rows4 : css.rows2}`}>
          {choices.map((choice) => (
            <li key={choice.outcome}>
              <button type="button" className={css.out} disabled={form.sending} onClick={() => save(choice.outcome)}>
                <kbd aria-hidden="true">{choice.key}</kbd>
                <b>{choice.label}</b>
                <span>{choice.then}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
      {ours && (
        <button type="button" className={`${css.out} ${css.heavy}`} disabled={form.sending} onClick={() => save('not_safe_stopped')}>
          <kbd aria-hidden="true">S</kbd>
          <b>
            <Icon name="stop" />
            {t('vocabulary.outcome.not_safe_stopped')}
          </b>
          <span>{t('record.outcome.then.not_safe_stopped')}</span>
        </button>
      )}
      <div className={css.noteIn} role="presentation" onKeyDown={backToKeys}>
        <Field
          label={
            <>
              {t('record.outcome.words')} <kbd aria-hidden="true">F8</kbd>
            </>
          }
          placeholder={t('record.outcome.wordsHint')}
          value={form.values.note}
          inputRef={note}
          error={form.error('note')}
          onChange={(next) => form.change({ note: next })}
        />
      </div>
      <FormFailure form={form} />
      <p className={`${css.foot} second`}>
        <span>{t('record.outcome.oneKey')}</span>{' '}
        <Button look="bare" keys="Esc" onPress={leave}>
          {t('record.steps.cancel')}
        </Button>
      </p>
    </StepFrame>
  )
}

function ContactMethodChoice({
  record,
  manner,
  onChange,
}: {
  readonly record: RecordView
  readonly manner: ContactMethod
  readonly onChange: (manner: ContactMethod) => void
}) {
  const { t } = useTranslation()
  const options = listContactMethods(t, record)
  const now = options.find((option) => option.channel === manner.channel && option.wayId === manner.wayId)
  return (
    <div className={css.manner}>
      <Choices
        label={t('record.outcome.channel')}
        look="tight"
        value={now?.key ?? null}
        options={options.map((option) => ({
          value: option.key,
          label:
            option.allowed || option.channel === 'in_person' || option.channel === 'through_partner'
              ? option.label
              : `${option.label} (${t('record.outcome.marked')})`,
        }))}
        onChange={(key) => {
          const next = options.find((option) => option.key === key)
          if (next) onChange({ channel: next.channel, wayId: next.wayId })
        }}
      />
    </div>
  )
}
