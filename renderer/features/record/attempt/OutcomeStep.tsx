import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordView } from '#shared/contract/record'
import { MINUTE } from '#shared/domain/core/moment'
import type { AttemptOutcome } from '#shared/domain/core/vocabulary'
import { formatTime } from '#shared/domain/core/wording'
import { FailureLine, describeFieldFailure, readNow, useDraft, useMinute, useZone } from '../../../office'
import {
  announce,
  Button,
  Choices,
  Field,
  Icon,
  parseMoment,
  MomentField,
  numberKey,
  focusFirstError,
  toTypedMoment,
  useCommands,
  type TypedMoment,
} from '../../../ui'
import { listContactMethods, listOutcomeChoices, type SafetyAnswer, type ContactMethod } from './contact-methods'
import { AttemptOrdinal } from './AttemptOrdinal'
import { StepFrame, AttemptProgress } from '../actions/StepFrame'
import { useHandoffCommand } from '../actions/use-handoff-command'
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

const EMPTY_OUTCOME = { note: '', earlier: null as TypedMoment | null }

/** One key saves the outcome. A way that the person refused is recorded too, with a mark (P1); a late entry is marked as late (C8). */
export function OutcomeStep({ record, safety, manner: usual, dialledAt, stop, whole, onSaved, onClose }: Props) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { run, failure, sending } = useHandoffCommand(record.id)
  const draft = useDraft(`attempt:${record.id}`, EMPTY_OUTCOME)
  const [manner, setManner] = useState<ContactMethod>(usual)
  const [choosing, setChoosing] = useState(false)
  const [wrongTime, setWrongTime] = useState<string | null>(null)
  const note = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const when = useRef<HTMLDivElement>(null)
  const { earlier } = draft.value
  const ours = record.direction === 'incoming'
  const choices = listOutcomeChoices(t, record, manner)

  const save = async (outcome: AttemptOutcome) => {
    const typed = earlier ? parseMoment(earlier, readNow(), zone) : null
    if (typed && !typed.ok) {
      setWrongTime(t('failure.refused.no_such_time'))
      return focusFirstError()
    }
    setWrongTime(null)
    // Just dialled means now: this window's clock may be slightly ahead of the office's.
    const at = typed ? typed.value : dialledAt !== null && readNow() - dialledAt > MINUTE ? dialledAt : null
    const through = outcome === 'partner_relayed' && ours
    const command = {
      kind: 'log_attempt',
      at,
      channel: through ? 'through_partner' : manner.channel,
      wayId: through ? null : manner.wayId,
      outcome,
      note: draft.value.note,
      checkAt: null,
      safeCheck: outcome === 'not_safe_stopped' ? 'not_safe' : safety.safeCheck,
      override: safety.override,
    } as const
    if (!(await run(command))) return focusFirstError()
    announce(t('record.do.saved'))
    await draft.drop()
    onSaved(outcome, manner)
  }
  useCommands([
    ...choices.map((choice) => ({
      id: `came-${choice.outcome}`,
      label: choice.label,
      keys: numberKey(choice.key),
      run: () => void save(choice.outcome),
    })),
    ...(ours
      ? [{ id: 'came-stop', label: t('vocabulary.outcome.not_safe_stopped'), keys: 'S' as const, run: () => void save('not_safe_stopped') }]
      : []),
    { id: 'earlier', label: t('record.outcome.earlier'), keys: 'T', run: () => toggleEarlier() },
    { id: 'came-back', label: t('record.steps.cancel'), keys: 'Esc', quiet: true, run: () => leave() },
    { id: 'few-words', label: t('record.outcome.words'), keys: 'F8', run: () => note.current?.focus() },
  ])
  const toggleEarlier = () => {
    draft.change((before) => ({ ...before, earlier: before.earlier ? null : toTypedMoment(readNow(), readNow(), zone) }))
    // The hour changes most often; once it is typed, Enter returns to where one key saves.
    if (!earlier) requestAnimationFrame(() => when.current?.querySelector<HTMLInputElement>('input:last-of-type')?.select())
  }
  // The words are kept for the next time; a leftover hour would be taken for the next call's.
  const leave = () => {
    if (earlier) draft.change((before) => ({ ...before, earlier: null }))
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
  const timeWrong = wrongTime ?? describeFieldFailure(t, failure, 'at') ?? describeFieldFailure(t, failure, 'command.at')
  if (!draft.ready) return null
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
            error={timeWrong}
            hint={t('record.outcome.askEarlier')}
            onChange={(next) => {
              setWrongTime(null)
              draft.change((before) => ({ ...before, earlier: next }))
            }}
          />
        </div>
      )}
      {!stop && (
        <ol className={`${css.outs} ${choices.length > 6 ? css.rows4 : css.rows2}`}>
          {choices.map((choice) => (
            <li key={choice.outcome}>
              <button type="button" className={css.out} disabled={sending} onClick={() => void save(choice.outcome)}>
                <kbd aria-hidden="true">{choice.key}</kbd>
                <b>{choice.label}</b>
                <span>{choice.then}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
      {ours && (
        <button type="button" className={`${css.out} ${css.heavy}`} disabled={sending} onClick={() => void save('not_safe_stopped')}>
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
          value={draft.value.note}
          inputRef={note}
          error={describeFieldFailure(t, failure, 'command.note')}
          onChange={(next) => draft.change((before) => ({ ...before, note: next }))}
        />
      </div>
      {!timeWrong && <FailureLine failure={failure} />}
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
