import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button'

/** The "not known" button beside a required answer that is still empty; "not known" is stored as an answer like any other (H7). */
export function NotKnownButton({
  subject,
  value,
  onChange,
}: {
  readonly subject: string
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const { t } = useTranslation()
  if (value.trim() !== '') return null
  return (
    <p className="second">
      <Button look="bare" className="inline" label={t('fields.notKnown', { label: subject })} onPress={() => onChange(t('word.notKnown'))}>
        {t('word.notKnown')}
      </Button>
    </p>
  )
}
