import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { RecordView } from '#shared/contract/record'
import { ANSWER_FIELDS } from '#shared/domain/person/person-answers'
import { ROUTES, useFormFields } from '../../../office'
import { FactItem, FactList, describeAnswer, OwnWords } from '../../../ui'
import css from './record.module.css'

/** Section 3: what she told of herself, so that she need not tell it again; what nobody asked takes no room here. */
export function AnswersSummary({ record: { facts, personId } }: { readonly record: RecordView }) {
  const { t } = useTranslation()
  const fields = useFormFields()
  const answers = ANSWER_FIELDS.filter((field) => !fields.hidden(field) && facts[field] !== null)
  return (
    <section aria-labelledby="told" className={css.dates}>
      <h2 id="told">{t('facts.title')}</h2>
      {answers.length === 0 && <p className="muted">{t('facts.nothing')}</p>}
      {answers.length > 0 && (
        <FactList>
          {answers.map((field) => (
            <FactItem key={field} label={fields.label(field, t(`fields.name.${field}`))}>
              {/* Only what she calls herself is in her own words. */}
              {field === 'groups' && facts.groups?.kind === 'told' ? (
                <OwnWords>{facts.groups.words}</OwnWords>
              ) : (
                <bdi dir="auto">{describeAnswer(t, facts, field)}</bdi>
              )}
            </FactItem>
          ))}
        </FactList>
      )}
      <p className="acts flush">
        <Link className="btn bare inline" href={ROUTES.person(personId)}>
          {t('facts.page')}
        </Link>
      </p>
    </section>
  )
}
