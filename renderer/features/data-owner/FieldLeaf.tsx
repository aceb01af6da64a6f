import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Failure } from '#shared/contract/entry'
import { ruleOf, type FieldName } from '#shared/domain/fields'
import { failureWords, fieldWords, PLACES, useCall } from '../../office'
import { announce, Button, Choices, Field, Leaf, LeafRow, PageHead, toFirstWrong, useCommands } from '../../ui'
import { askedOf, type Asked, type Setting } from './asked'

/** One field: her words for it, and whether it is asked. What a rule depends on is only reworded. */
export function FieldLeaf({ field, setting }: { readonly field: FieldName; readonly setting: Setting | undefined }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const [label, setLabel] = useState(setting?.label ?? '')
  const [asked, setAsked] = useState<Asked>(askedOf(setting))
  const [failure, setFailure] = useState<Failure | null>(null)
  const { send, sending } = useCall('fields.save')
  const rule = ruleOf(field)
  const own = t(`fields.name.${field}`)
  const back = () => go(PLACES.fields)
  const save = async () => {
    const answer = await send({ field, label, hidden: asked === 'hidden', required: asked === 'required' })
    if (!answer.ok) {
      setFailure(answer.failure)
      return toFirstWrong()
    }
    announce(t('fields.one.saved'))
    back()
  }
  useCommands([
    { id: 'save-field', label: t('fields.one.save'), keys: 'Ctrl Enter', run: () => void save() },
    { id: 'leave-field', label: t('fields.one.leave'), keys: 'Esc', run: back },
  ])
  const labelWrong = fieldWords(t, failure, 'label')
  const askedWrong = fieldWords(t, failure, 'hidden') ?? fieldWords(t, failure, 'required')
  const choices = ['asked', ...(rule.mayRequire ? (['required'] as const) : []), 'hidden'] as const
  return (
    <>
      <PageHead title={own} acts={<Button onPress={back}>{t('fields.one.back')}</Button>}>
        {rule.forms.length > 1 && t(`fields.one.both.${rule.forms.includes('plan') ? 'plan' : 'person'}`)}
      </PageHead>
      <Leaf>
        <form
          aria-label={own}
          noValidate
          onSubmit={(event: FormEvent) => {
            event.preventDefault()
            void save()
          }}
        >
          <LeafRow label={t('fields.one.words')} wrong={Boolean(labelWrong)}>
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
          </LeafRow>
          <LeafRow label={t('fields.one.asked')} wrong={Boolean(askedWrong)}>
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
          </LeafRow>
          <LeafRow label="">
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
                {failureWords(t, failure)}
              </p>
            )}
          </LeafRow>
        </form>
      </Leaf>
    </>
  )
}
