import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import { FailureLine } from '../../office'
import { Button, FormPageRow } from '../../ui'

/** The foot of a settings form: save, that it is saved, or why it is not. */
export function SaveRow({
  sending,
  saved,
  failure,
  onSave,
}: {
  readonly sending: boolean
  readonly saved: boolean
  readonly failure: Failure | null
  readonly onSave: () => void
}) {
  const { t } = useTranslation()
  return (
    <FormPageRow label="">
      <p className="acts flush">
        <Button look="do" keys="Ctrl Enter" busy={sending} onPress={onSave}>
          {t('settings.save')}
        </Button>
        {saved && (
          <span className="second" role="status">
            {t('settings.saved')}
          </span>
        )}
      </p>
      <FailureLine failure={failure} />
    </FormPageRow>
  )
}
