import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { RecordView } from '#shared/contract/handoff/record'
import { ANSWER_FIELDS } from '#shared/domain/person/person-answers'
import { ROUTES, useFormFields } from '../../../office'
import { describeAnswer, OwnWords } from '../../../components'
import { FactItem, FactList } from '../../../ui'
import css from './record.module.css'

/** The facts that the person told, so that they need not be told again (section 3); what was not asked is not shown. */
export function AnswersSummary({ record: { facts, personId } }: { readonly record: RecordView }) {
  const { t } = useTranslation()
  const fields = useFormFields()
  const answers = ANSWER_FIELDS.filter((field) => !fields.hidden(field) && facts[field] !== null)
  return (
    <section aria-labelledby="told" className={css.dates}>
      <h2 id="told">{t('personAnswers.title')}</h2>
      {answers.length === 0 && <p className="muted">{t('personAnswers.nothing')}</p>}
      {answers.length > 0 && (
        <FactList>
          {answers.map((field) => (
            <FactItem key={field} label={fields.label(field, t(`fields.name.${field}`))}>
              {/* Only the self-described groups are the person's own words. */}
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
          {t('personAnswers.page')}
        </Link>
      </p>
    </section>
  )
}
