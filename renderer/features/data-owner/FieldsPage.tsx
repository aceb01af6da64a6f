import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { FIELD_NAMES, FORMS, ruleOf, type FieldName, type FormName } from '#shared/domain/fields'
import { dayOf } from '#shared/domain/wording'
import { failureWords, PLACES, useMinute, useOffice, useZone } from '../../office'
import { Empty, Loading, PageHead, TableScroll } from '../../ui'
import { askedOf, type Setting } from './asked'
import { Decider, useDecides } from './Decider'
import { FieldLeaf } from './FieldLeaf'
import css from './DataOwner.module.css'

const isField = (name: string): name is FieldName => (FIELD_NAMES as readonly string[]).includes(name)

/** Section 14: '#/settings/fields', '…/<field>'. */
export function FieldsPage() {
  const { t } = useTranslation()
  const { field } = useParams<{ field?: string }>()
  const { value, failure } = useOffice('fields.read', {})
  const mine = useDecides()
  if (!value)
    return (
      <div className="states-pad">
        <h1 className="hidden">{t('fields.title')}</h1>
        {failure ? <Empty title={failureWords(t, failure)} /> : <Loading>{t('fields.loading')}</Loading>}
      </div>
    )
  if (field !== undefined && mine) {
    if (isField(field)) return <FieldLeaf key={field} field={field} setting={value.find((one) => one.field === field)} />
    return (
      <div className="states-pad">
        <h1 className="hidden">{t('fields.title')}</h1>
        <Empty
          title={t('fields.noSuch.title')}
          act={
            <Link className="btn" href={PLACES.fields}>
              {t('fields.one.back')}
            </Link>
          }
        >
          {t('fields.noSuch.text')}
        </Empty>
      </div>
    )
  }
  return (
    <>
      <PageHead title={t('fields.title')}>
        {t('fields.say')} <Decider />
      </PageHead>
      {FORMS.map((form) => (
        <FormTable key={form} form={form} settings={value} mine={mine} />
      ))}
    </>
  )
}

function FormTable({ form, settings, mine }: { readonly form: FormName; readonly settings: readonly Setting[]; readonly mine: boolean }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  return (
    <>
      <h2 className={css.group}>{t(`fields.form.${form}`)}</h2>
      <TableScroll label={t(`fields.form.${form}`)}>
        <table className={`tbl plain-tbl ${css.fields}`}>
          <thead>
            <tr>
              <th scope="col">{t('fields.columns.field')}</th>
              <th scope="col">{t('fields.columns.said')}</th>
              <th scope="col">{t('fields.columns.asked')}</th>
              <th scope="col">{t('fields.columns.by')}</th>
            </tr>
          </thead>
          <tbody>
            {FIELD_NAMES.filter((field) => ruleOf(field).forms.includes(form)).map((field) => {
              const setting = settings.find((one) => one.field === field)
              return (
                <tr key={field}>
                  <th scope="row">
                    {mine ? <Link href={`${PLACES.fields}/${field}`}>{t(`fields.name.${field}`)}</Link> : t(`fields.name.${field}`)}
                  </th>
                  <td>{setting?.label ? <bdi dir="auto">{setting.label}</bdi> : t('fields.nothing')}</td>
                  <td className={ruleOf(field).mayHide ? '' : 'muted'}>
                    {t(`fields.asked.${ruleOf(field).mayHide ? askedOf(setting) : 'always'}`)}
                  </td>
                  <td className="muted">
                    {setting ? t('fields.by', { who: setting.setByName, day: dayOf(setting.setAt, now, zone) }) : t('fields.nothing')}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </TableScroll>
    </>
  )
}
