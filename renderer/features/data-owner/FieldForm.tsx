import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Failure } from '#shared/contract/call'
import { getFieldRule, type FieldName } from '#shared/domain/policy/form-fields'
import { describeFailure, describeFieldFailure, ROUTES, useCall } from '../../office'
import { announce, Button, Choices, Field, FormPage, FormPageRow, PageHead, focusFirstError, useCommands } from '../../ui'
import { readFieldMode, type FieldMode, type FieldSettingView } from './field-setting'

/** One field: the data owner's words for it, and whether it is asked. A field that a rule depends on can only be reworded. */
export function FieldForm({ field, setting }: { readonly field: FieldName; readonly setting: FieldSettingView | undefined }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const [label, setLabel] = useState(setting?.label ?? '')
  const [asked, setAsked] = useState<FieldMode>(readFieldMode(setting))
  const [failure, setFailure] = useState<Failure | null>(null)
  const { send, sending } = useCall('fields.save')
  const rule = getFieldRule(field)
  const own = t(`fields.name.${field}`)
  const back = () => go(ROUTES.fields)
  const save = async () => {
    const answer = await send({ field, label, hidden: asked === 'hidden', required: asked === 'required' })
    if (!answer.ok) {
      setFailure(answer.failure)
      return focusFirstError()
    }
    announce(t('fields.one.saved'))
    back()
  }
  useCommands([
    { id: 'save-field', label: t('fields.one.save'), keys: 'Ctrl Enter', run: () => void save() },
    { id: 'leave-field', label: t('fields.one.leave'), keys: 'Esc', run: back },
  ])
  const labelWrong = describeFieldFailure(t, failure, 'label')
  const askedWrong = describeFieldFailure(t, failure, 'hidden') ?? describeFieldFailure(t, failure, 'required')
  const choices = ['asked', ...(rule.mayRequire ? (['required'] as const) : []), 'hidden'] as const
  return (
    <>
      <PageHead title={own} actions={<Button onPress={back}>{t('fields.one.back')}</Button>}>
        {rule.forms.length > 1 && t(`fields.one.both.${rule.forms.includes('plan') ? 'plan' : 'person'}`)}
      </PageHead>
      <FormPage>
        <form
          aria-label={own}
          noValidate
          onSubmit={(event: FormEvent) => {
            event.preventDefault()
            void save()
          }}
        >
          <FormPageRow label={t('fields.one.words')} hasError={Boolean(labelWrong)}>
            <Field
              label={t('fields.one.words')}
              quietLabel
              value={label}
              onChange={(value) => {
                setLabel(value)
                setFailure(null)
              }}
              error={labelWrong}
              hint={t('fields.one.wordsHint', { own })}
              autoFocus
            />
          </FormPageRow>
          <FormPageRow label={t('fields.one.asked')} hasError={Boolean(askedWrong)}>
            {rule.mayHide ? (
              <>
                <Choices
                  label={t('fields.one.asked')}
                  quietLabel
                  value={asked}
                  onChange={(value) => {
                    setAsked(value)
                    setFailure(null)
                  }}
                  error={askedWrong}
                  options={choices.map((value) => ({ value, label: t(`fields.asked.${value}`) }))}
                />
                {!rule.mayRequire && <p className="second">{t('fields.one.noRequire')}</p>}
                {asked !== 'asked' && <p className="second">{t(`fields.one.${asked}Says`)}</p>}
              </>
            ) : (
              <>
                <p className="answered">{t('fields.asked.always')}</p>
                <p className="second">{t('fields.one.always')}</p>
              </>
            )}
          </FormPageRow>
          <FormPageRow label="">
            <p className="acts flush">
              <Button look="do" keys="Ctrl Enter" busy={sending} onPress={() => void save()}>
                {t('fields.one.save')}
              </Button>
              <Button look="bare" keys="Esc" onPress={back}>
                {t('fields.one.leave')}
              </Button>
            </p>
            {failure && !labelWrong && !askedWrong && (
              <p className="error" role="alert">
                {describeFailure(t, failure)}
              </p>
            )}
          </FormPageRow>
        </form>
      </FormPage>
    </>
  )
}
