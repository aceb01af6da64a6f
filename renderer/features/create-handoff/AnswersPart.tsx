import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ANSWER_FIELDS, type AnswerFieldName as FactName } from '#shared/domain/person/person-answers'
import { useFormFields } from '../../office'
import { hasAnyAnswer, AnswerField, toAnswers } from '../../components'
import { Button, FormPageRow } from '../../ui'
import { validatePersonAnswers } from './validate-handoff'
import type { HandoffPartProps } from './handoff-form'

/** Further facts (section 3), collapsed: never more than the person offers. It opens by itself only where an answer is required. */
export function AnswersPart({ form, set, wrong, checked }: HandoffPartProps & { readonly checked: boolean }) {
  const { t } = useTranslation()
  const fields = useFormFields()
  const shown = ANSWER_FIELDS.filter((field) => !fields.hidden(field))
  const asked = form.personId === null && shown.some((field) => fields.required(field))
  const [open, setOpen] = useState(asked || hasAnyAnswer(form.facts))
  const error = wrong('facts')
  useEffect(() => {
    if (error !== undefined) setOpen(true)
  }, [error])
  if (shown.length === 0) return null
  const complaints = checked ? validatePersonAnswers(form, fields.settings) : {}
  // Only the office knows whether an existing person was asked before.
  const refused = error !== undefined && Object.keys(complaints).length === 0
  const answers = toAnswers(form.facts)
  const empty = (field: FactName) => fields.required(field) && answers[field] === null && (form.personId === null || refused)
  const says = (field: FactName) => {
    const found = complaints[field] ?? (refused && empty(field) ? ({ says: 'required' } as const) : undefined)
    if (!found) return undefined
    return found.says === 'required' ? t('createHandoff.wrong.required') : t(`personAnswers.wrong.${found.says}`, { ...found })
  }
  return (
    <>
      <FormPageRow label="">
        <Button look="bare" expanded={open} onPress={() => setOpen(!open)}>
          {t('personAnswers.title')}
        </Button>
        {open && <p className="second">{t(form.personId === null ? 'personAnswers.hint' : 'personAnswers.known')}</p>}
      </FormPageRow>
      {open &&
        shown.map((field) => {
          const label = fields.label(field, t(`fields.name.${field}`))
          return (
            <FormPageRow key={field} label={label} missing={empty(field)} hasError={Boolean(says(field))}>
              <AnswerField
                field={field}
                label={label}
                quietLabel
                answers={form.facts}
                onChange={(facts) => set({ facts })}
                error={says(field)}
              />
            </FormPageRow>
          )
        })}
    </>
  )
}
