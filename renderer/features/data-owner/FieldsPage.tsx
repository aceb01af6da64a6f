import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { FIELD_NAMES, FORM_NAMES, getFieldRule, type FieldName, type FormName } from '#shared/domain/policy/form-fields'
import { formatDay } from '#shared/domain/core/wording'
import { describeFailure, ROUTES, useMinute, useOffice, useZone } from '../../office'
import { EmptyState, Loading, PageHead, TableScroll } from '../../ui'
import { readFieldMode, type FieldSettingView } from './field-setting'
import { DataOwnerNotice, useIsDataOwner } from './DataOwnerNotice'
import { FieldForm } from './FieldForm'
import css from './data-owner.module.css'

const isField = (name: string): name is FieldName => (FIELD_NAMES as readonly string[]).includes(name)

/** The pages '#/settings/fields', '…/<field>' (section 14). */
export function FieldsPage() {
  const { t } = useTranslation()
  const { field } = useParams<{ field?: string }>()
  const { value, failure } = useOffice('fields.read', {})
  const mayChange = useIsDataOwner()
  if (!value)
    return (
      <div className="states-pad">
        <h1 className="hidden">{t('fields.title')}</h1>
        {failure ? <EmptyState title={describeFailure(t, failure)} /> : <Loading>{t('fields.loading')}</Loading>}
      </div>
    )
  if (field !== undefined && mayChange) {
    if (isField(field)) return <FieldForm key={field} field={field} setting={value.find((one) => one.field === field)} />
    return (
      <div className="states-pad">
        <h1 className="hidden">{t('fields.title')}</h1>
        <EmptyState
          title={t('fields.noSuch.title')}
          action={
            <Link className="btn" href={ROUTES.fields}>
              {t('fields.one.back')}
            </Link>
          }
        >
          {t('fields.noSuch.text')}
        </EmptyState>
      </div>
    )
  }
  return (
    <>
      <PageHead title={t('fields.title')}>
        {t('fields.say')} <DataOwnerNotice />
      </PageHead>
      {FORM_NAMES.map((form) => (
        <FormTable key={form} form={form} settings={value} mayChange={mayChange} />
      ))}
    </>
  )
}

function FormTable({
  form,
  settings,
  mayChange,
}: {
  readonly form: FormName
  readonly settings: readonly FieldSettingView[]
  readonly mayChange: boolean
}) {
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
            {FIELD_NAMES.filter((field) => getFieldRule(field).forms.includes(form)).map((field) => {
              const setting = settings.find((one) => one.field === field)
              return (
                <tr key={field}>
                  <th scope="row">
                    {mayChange ? <Link href={`${ROUTES.fields}/${field}`}>{t(`fields.name.${field}`)}</Link> : t(`fields.name.${field}`)}
                  </th>
                  <td>{setting?.label ? <bdi dir="auto">{setting.label}</bdi> : t('fields.nothing')}</td>
                  <td className={getFieldRule(field).mayHide ? '' : 'muted'}>
                    {t(`fields.asked.${getFieldRule(field).mayHide ? readFieldMode(setting) : 'always'}`)}
                  </td>
                  <td className="muted">
                    {setting ? t('fields.by', { who: setting.setByName, day: formatDay(setting.setAt, now, zone) }) : t('fields.nothing')}
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
