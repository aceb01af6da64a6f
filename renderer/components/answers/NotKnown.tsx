import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button'

/** H7: beside an answer that is asked for and still empty; "not known" is one, in words like any other. */
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
