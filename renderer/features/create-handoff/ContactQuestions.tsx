import { useTranslation } from 'react-i18next'
import { WAY_OWNERS } from '#shared/domain/contact/contact-plan'
import { PHONE_CHANNELS } from '#shared/domain/handoff/source-answers'
import { MAY_TELL_SOURCE } from '#shared/domain/core/vocabulary'
import { useFormFields } from '../../office'
import { AnswerStatus, HoursField } from '../../components'
import { Checkbox, Choices, Field, FormPageHead, FormPageRow } from '../../ui'
import {
  HERSELF,
  isTextOnly,
  readSafeAnswer,
  listUnanswered,
  type HandoffFormValues,
  type HandoffPartProps,
  type SafeToCall,
} from './handoff-form'

const SAFE_TO_CALL: readonly SafeToCall[] = ['yes', 'no', 'only_at_times', 'not_known']

/** P8: the question names what the number is for. */
const chooseSafeQuestion = (form: HandoffFormValues): 'call' | 'text' | 'both' =>
  isTextOnly(form) ? 'text' : form.numberIs === 'typed' && form.channels.length === 2 ? 'both' : 'call'

/** Questions to ask while the source is on the line (H7). "Not known" is an answer; an empty field is not. */
export function ContactQuestions({ form, set, wrong, checked }: HandoffPartProps & { readonly checked: boolean }) {
  const { t } = useTranslation()
  const fields = useFormFields()
  const says = {
    number: fields.label('number', t('createHandoff.number')),
    safeToCall: fields.label('safeToCall', t(`createHandoff.safe.${chooseSafeQuestion(form)}`)),
    language: fields.label('language', t('createHandoff.language')),
    sourceMayHelp: fields.label('sourceMayHelp', t('createHandoff.mayHelp')),
    mayTellSource: fields.label('mayTellSource', t('createHandoff.mayTellShort')),
  }
  const missing = listUnanswered(form)
  const known = form.personId !== null
  const fromPartner = form.direction === 'incoming' && form.partner !== HERSELF
  return (
    <>
      <FormPageHead margin={t('createHandoff.askNow')}>
        {form.direction !== 'incoming'
          ? t('createHandoff.withHer')
          : form.partner === HERSELF
            ? t('createHandoff.herOnTheLine')
            : t('createHandoff.onTheLine')}
      </FormPageHead>
      <FormPageRow label={says.number} missing={missing.includes('number')} hasError={Boolean(wrong('number'))}>
        <div className="two">
          {form.numberIs === 'typed' ? (
            <Field
              label={says.number}
              quietLabel
              type="tel"
              dir="ltr"
              value={form.number}
              onChange={(number) => set({ number })}
              error={wrong('number')}
            />
          ) : (
            <p className="answered">{t(form.numberIs === 'not_known' ? 'word.notKnown' : 'createHandoff.asInPlan')}</p>
          )}
          <span className="ticks">
            {form.numberIs === 'typed' && form.number.trim() !== '' && (
              <Checkbox on={form.readBack} onChange={(readBack) => set({ readBack })}>
                {t('createHandoff.readBack')}
              </Checkbox>
            )}
            <Checkbox on={form.numberIs === 'not_known'} onChange={(on) => set({ numberIs: on ? 'not_known' : 'typed' })}>
              <AnswerStatus word={t('word.notKnown')} subject={t('createHandoff.numberFor')} />
            </Checkbox>
            {known && (
              <Checkbox on={form.numberIs === 'as_in_plan'} onChange={(on) => set({ numberIs: on ? 'as_in_plan' : 'typed' })}>
                <AnswerStatus word={t('createHandoff.asInPlan')} subject={t('createHandoff.numberFor')} />
              </Checkbox>
            )}
          </span>
        </div>
      </FormPageRow>
      {form.numberIs === 'typed' && (
        <>
          <FormPageRow label={t('createHandoff.how')} hasError={Boolean(wrong('channels'))}>
            <span className="ticks" role="group" aria-label={t('createHandoff.how')}>
              {PHONE_CHANNELS.map((channel) => (
                <Checkbox
                  key={channel}
                  on={form.channels.includes(channel)}
                  onChange={(on) => set({ channels: PHONE_CHANNELS.filter((one) => (one === channel ? on : form.channels.includes(one))) })}
                >
                  {t(`createHandoff.howIs.${channel}`)}
                </Checkbox>
              ))}
            </span>
            {wrong('channels') && <p className="error">{wrong('channels')}</p>}
          </FormPageRow>
          <FormPageRow label={t('createHandoff.whose')}>
            <Choices
              label={t('createHandoff.whose')}
              quietLabel
              value={form.whose}
              onChange={(whose) => set({ whose })}
              options={WAY_OWNERS.map((value) => ({ value, label: t(`plan.whoseIs.${value}`) }))}
            />
          </FormPageRow>
        </>
      )}
      <FormPageRow label={says.safeToCall} missing={missing.includes('safeToCall')} hasError={Boolean(wrong('safeToCall'))}>
        <Choices
          label={says.safeToCall}
          quietLabel
          value={readSafeAnswer(form)}
          onChange={(safeToCall) => set({ safeToCall })}
          error={wrong('safeToCall')}
          options={[...SAFE_TO_CALL, ...(known ? (['as_in_plan'] as const) : [])].map((value) => ({
            value,
            label: t(`createHandoff.safeIs.${value}`),
          }))}
        />
      </FormPageRow>
      {readSafeAnswer(form) === 'only_at_times' && (
        <FormPageRow label={t('createHandoff.times')} hasError={Boolean(wrong('safeTimes'))}>
          <HoursField
            label={t('createHandoff.times')}
            hours={form.safeTimes}
            onChange={(safeTimes) => set({ safeTimes })}
            checked={checked}
            error={wrong('safeTimes')}
          />
        </FormPageRow>
      )}
      <FormPageRow label={says.language} missing={missing.includes('language')} hasError={Boolean(wrong('language'))}>
        <div className="two">
          {form.languageIs === 'typed' ? (
            <Field
              label={says.language}
              quietLabel
              value={form.language}
              onChange={(language) => set({ language })}
              error={wrong('language')}
              placeholder={t('createHandoff.askThem')}
            />
          ) : (
            <p className="answered">{t(form.languageIs === 'not_known' ? 'word.notKnown' : 'createHandoff.asInPlan')}</p>
          )}
          <span className="ticks">
            <Checkbox on={form.languageIs === 'not_known'} onChange={(on) => set({ languageIs: on ? 'not_known' : 'typed' })}>
              <AnswerStatus word={t('word.notKnown')} subject={t('createHandoff.languageFor')} />
            </Checkbox>
            {known && (
              <Checkbox on={form.languageIs === 'as_in_plan'} onChange={(on) => set({ languageIs: on ? 'as_in_plan' : 'typed' })}>
                <AnswerStatus word={t('createHandoff.asInPlan')} subject={t('createHandoff.languageFor')} />
              </Checkbox>
            )}
          </span>
        </div>
      </FormPageRow>
      {fromPartner && (
        <>
          {!fields.hidden('sourceMayHelp') && (
            <FormPageRow label={says.sourceMayHelp}>
              <Checkbox on={form.sourceMayHelp} onChange={(sourceMayHelp) => set({ sourceMayHelp })}>
                {t('createHandoff.mayHelpYes')}
              </Checkbox>
            </FormPageRow>
          )}
          {!fields.hidden('mayTellSource') && (
            <FormPageRow label={says.mayTellSource}>
              <Choices
                label={fields.label('mayTellSource', t('createHandoff.mayTell'))}
                quietLabel
                look="tight"
                value={form.mayTellSource}
                onChange={(mayTellSource) => set({ mayTellSource })}
                options={MAY_TELL_SOURCE.map((value) => ({ value, label: t(`word.mayTell.${value}`) }))}
              />
            </FormPageRow>
          )}
        </>
      )}
      {form.direction !== 'incoming' && (
        <FormPageRow label={t('createHandoff.permission')} hasError={Boolean(wrong('permission'))}>
          <Choices
            label={t('createHandoff.permission')}
            quietLabel
            value={form.permission}
            onChange={(permission) => set({ permission })}
            error={wrong('permission')}
            options={(['given', 'not_yet'] as const).map((value) => ({ value, label: t(`createHandoff.permissionIs.${value}`) }))}
          />
        </FormPageRow>
      )}
    </>
  )
}
