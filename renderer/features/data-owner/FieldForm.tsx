import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { getFieldRule, type FieldName } from '#shared/domain/policy/form-fields'
import { ROUTES, useCall, useForm } from '../../office'
import { FormButtons } from '../../components'
import { Button, Choices, Field, FormPage, FormPageRow, PageHead } from '../../ui'
import { readFieldMode, type FieldSettingView } from './field-setting'

/** One field: the data owner's words for it, and whether it is asked. A field that a rule depends on can only be reworded. */
export function FieldForm({ field, setting }: { readonly field: FieldName; readonly setting: FieldSettingView | undefined }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const { send } = useCall('fields.save')
  const rule = getFieldRule(field)
  const own = t(`fields.name.${field}`)
  const back = () => go(ROUTES.fields)
  const form = useForm({
    id: 'field-setting',
    of: field,
    initial: { label: setting?.label ?? '', asked: readFieldMode(setting) },
    send: ({ label, asked }) => send({ field, label, hidden: asked === 'hidden', required: asked === 'required' }),
    findField: (path) => (path === 'label' ? 'label' : path === 'hidden' || path === 'required' ? 'asked' : null),
    announces: t('fields.one.saved'),
    onClose: back,
    onCancel: 'drop',
    keys: { send: t('fields.one.save'), close: t('fields.one.leave') },
  })
  const { asked } = form.values
  const choices = ['asked', ...(rule.mayRequire ? (['required'] as const) : []), 'hidden'] as const
  if (!form.ready) return null
  return (
    <>
      <PageHead title={own} actions={<Button onPress={back}>{t('fields.one.back')}</Button>}>
        {rule.forms.length > 1 && t(`fields.one.both.${rule.forms.includes('plan') ? 'plan' : 'person'}`)}
      </PageHead>
      <FormPage>
        <form aria-label={own} {...form.props}>
          <FormPageRow label={t('fields.one.words')} hasError={Boolean(form.error('label'))}>
            <Field
              label={t('fields.one.words')}
              quietLabel
              value={form.values.label}
              onChange={(label) => form.change({ label })}
              error={form.error('label')}
              hint={t('fields.one.wordsHint', { own })}
              autoFocus
            />
          </FormPageRow>
          <FormPageRow label={t('fields.one.asked')} hasError={Boolean(form.error('asked'))}>
            {rule.mayHide ? (
              <>
                <Choices
                  label={t('fields.one.asked')}
                  quietLabel
                  value={asked}
                  onChange={(mode) => form.change({ asked: mode })}
                  error={form.error('asked')}
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
            <FormButtons form={form} send={t('fields.one.save')} sendKeys="Ctrl Enter" cancel={t('fields.one.leave')} flush />
          </FormPageRow>
        </form>
      </FormPage>
    </>
  )
}
