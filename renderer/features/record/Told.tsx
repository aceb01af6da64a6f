import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { RecordView } from '#shared/contract/record'
import { FACT_FIELDS } from '#shared/domain/person-facts'
import { PLACES, useFields } from '../../office'
import { Fact, Facts, factWords, Said } from '../../ui'
import css from './record.module.css'

/** Section 3: what she told of herself, so that she need not tell it again; what nobody asked takes no room here. */
export function Told({ record: { facts, personId } }: { readonly record: RecordView }) {
  const { t } = useTranslation()
  const fields = useFields()
  const told = FACT_FIELDS.filter((field) => !fields.hidden(field) && facts[field] !== null)
  return (
    <section aria-labelledby="told" className={css.dates}>
      <h2 id="told">{t('facts.title')}</h2>
      {told.length === 0 && <p className="muted">{t('facts.nothing')}</p>}
      {told.length > 0 && (
        <Facts>
          {told.map((field) => (
            <Fact key={field} label={fields.label(field, t(`fields.name.${field}`))}>
              {/* Only what she calls herself is in her own words. */}
              {field === 'groups' && facts.groups?.kind === 'told' ? (
                <Said>{facts.groups.words}</Said>
              ) : (
                <bdi dir="auto">{factWords(t, facts, field)}</bdi>
              )}
            </Fact>
          ))}
        </Facts>
      )}
      <p className="acts flush">
        <Link className="btn bare inline" href={PLACES.person(personId)}>
          {t('facts.page')}
        </Link>
      </p>
    </section>
  )
}
