import { useTranslation } from 'react-i18next'
import { NEXT_STEP_KINDS } from '#shared/domain/core/vocabulary'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { readNow, useMinute, useZone } from '../../../office'
import { MomentField, OwnWords, MarkShape } from '../../../components'
import { Button, Choices, Field, useCommands } from '../../../ui'
import { createStepDraft, isStepWhole, type ConfirmDraft } from './confirm-draft'
import type { ConfirmPartProps } from './part-props'
import css from '../actions/step.module.css'

/** Part (b) of C4: the person understands the next step; for a wait list its real length. In the person's own words, if given. */
export function NextStepPart({ record, draft, change, error }: ConfirmPartProps) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const saved = record.parts.next_step
  const { step } = draft
  const open = () => change((before) => ({ step: before.step ?? createStepDraft(record, readNow(), zone) }))
  const set = (part: Partial<NonNullable<ConfirmDraft['step']>>) =>
    change((before) => ({ step: { ...(before.step ?? createStepDraft(record, readNow(), zone)), ...part } }))
  useCommands([{ id: 'part-step', label: t('record.confirm.step'), keys: '2', run: open }])
  const done = saved !== null && step === null
  if (done) {
    return (
      <li>
        <MarkShape kind="confirmed" />
        <div>
          <h3>{t('record.confirm.step')}</h3>
          <p>
            <bdi dir="auto">
              {[
                t(`vocabulary.nextStep.${saved.kind}`),
                saved.what,
                saved.date === null ? '' : formatDayAndTime(saved.date, now, zone),
                saved.waitLength,
              ]
                .filter(Boolean)
                .join(', ')}
              .
            </bdi>{' '}
            {saved.herWords && <OwnWords>{saved.herWords}</OwnWords>}
          </p>
        </div>
        <Button look="bare" keys="2" onPress={open}>
          {t('record.confirm.change')}
          <span className="hidden">: {t('record.confirm.step')}</span>
        </Button>
      </li>
    )
  }
  const shown = step ?? createStepDraft(record, readNow(), zone)
  const isWhole = isStepWhole(shown, now, zone)
  return (
    <li className={css.open}>
      <MarkShape kind={isWhole ? 'confirmed' : 'missing'} />
      <div className="stack">
        <h3>{t(isWhole ? 'record.confirm.step' : 'record.confirm.stepOpen')}</h3>
        <Choices
          label={t('record.confirm.stepKind')}
          look="tight"
          value={shown.kind}
          options={NEXT_STEP_KINDS.map((kind) => ({ value: kind, label: t(`vocabulary.nextStep.${kind}`) }))}
          onChange={(kind) => set({ kind })}
        />
        <Field label={t('record.confirm.stepWhat')} value={shown.what} error={error('step.what')} onChange={(what) => set({ what })} />
        {shown.kind === 'wait_list' && (
          <Field
            label={t('record.confirm.stepWait')}
            value={shown.waitLength}
            error={error('step.waitLength')}
            onChange={(waitLength) => set({ waitLength })}
          />
        )}
        <div className={css.pairRow}>
          <MomentField
            label={t('record.confirm.stepDate')}
            value={shown.date}
            error={error('step.date')}
            onChange={(date) => set({ date })}
          />
          <Field
            label={t('record.confirm.stepWords')}
            value={shown.herWords}
            error={error('step.herWords')}
            onChange={(herWords) => set({ herWords })}
          />
        </div>
      </div>
    </li>
  )
}
