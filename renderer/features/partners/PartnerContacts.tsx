import { useTranslation } from 'react-i18next'
import { Button, Field } from '../../ui'
import { NO_CONTACT, type TypedContact } from './partner-draft'

/** The contact persons of a partner: name, function, number, a note. */
export function PartnerContacts({
  contacts,
  onChange,
  wrong,
}: {
  readonly contacts: readonly TypedContact[]
  readonly onChange: (contacts: readonly TypedContact[]) => void
  readonly wrong: (path: string) => string | undefined
}) {
  const { t } = useTranslation()
  const change = (at: number, part: Partial<TypedContact>) =>
    onChange(contacts.map((one, index) => (index === at ? { ...one, ...part } : one)))
  return (
    <fieldset className="stack contact-set">
      <legend className="label">{t('partners.contacts')}</legend>
      {contacts.map((one, at) => (
        // A line has no name of its own until it is written: its place is what it is.
        // oxlint-disable-next-line react/no-array-index-key
        <div className="inset" key={at} role="group" aria-label={t('partners.contactNo', { no: at + 1 })}>
          <div className="two">
            <Field
              label={t('partners.contactName')}
              value={one.name}
              onChange={(name) => change(at, { name })}
              error={wrong(`contacts.${at}.name`)}
            />
            <Field
              label={t('partners.contactDoes')}
              value={one.does}
              onChange={(does) => change(at, { does })}
              error={wrong(`contacts.${at}.does`)}
            />
          </div>
          <div className="two">
            <Field
              label={t('partners.contactPhone')}
              type="tel"
              dir="ltr"
              value={one.phone}
              onChange={(phone) => change(at, { phone })}
              error={wrong(`contacts.${at}.phone`)}
            />
            <Field
              label={t('partners.note')}
              value={one.note}
              onChange={(note) => change(at, { note })}
              error={wrong(`contacts.${at}.note`)}
            />
          </div>
          <p className="acts">
            <Button look="bare" onPress={() => onChange(contacts.filter((_, index) => index !== at))}>
              {t('partners.contactAway')}
            </Button>
          </p>
        </div>
      ))}
      <p className="acts">
        <Button onPress={() => onChange([...contacts, NO_CONTACT])}>{t('partners.contactAdd')}</Button>
      </p>
    </fieldset>
  )
}
