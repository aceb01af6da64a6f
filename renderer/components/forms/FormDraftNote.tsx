import { useTranslation } from 'react-i18next'
import { formatTime } from '#shared/domain/core/wording'
import { useZone } from '../../office/clock'
import type { Form } from '../../office/form'
import { DraftNote } from '../../ui/FormPage'

/** "Draft saved 16:44", or that it was found again. */
export function FormDraftNote({ form }: { readonly form: Pick<Form<object>, 'savedAt' | 'restored'> }) {
  const { t } = useTranslation()
  const zone = useZone()
  return (
    <DraftNote>
      {form.savedAt !== null && t(form.restored ? 'frame.draftRestored' : 'frame.draftSaved', { time: formatTime(form.savedAt, zone) })}
    </DraftNote>
  )
}
