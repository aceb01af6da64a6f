import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffId } from '#shared/domain/core/ids'
import { useForm, useMinute, useOffice, useZone } from '../../../office'
import { FormFailure, toStaffOption } from '../../../components'
import { Button, ComboBox, useCommands } from '../../../ui'
import { useMeetingSession } from '../meeting-session'
import css from '../call.module.css'

/** Hands the meeting over to a colleague (F7); the worker who hands over stays among the participants. */
export function HandOverMeeting({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation()
  const { view, execute } = useMeetingSession()
  const now = useMinute()
  const zone = useZone()
  const staff = (useOffice('staff.list', {}).value ?? []).filter((one) => one.id !== view.lead.id)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.querySelector('input')?.focus(), [])
  const form = useForm({
    id: 'hand-over-meeting',
    of: view.id,
    initial: { to: null as StaffId | null },
    validate: ({ to }) => ({ to: to === null && t('meeting.hand.needed') }),
    send: ({ to }) => execute({ kind: 'hand_to', to: to! }),
    announces: t('meeting.hand.done'),
    onClose: onDone,
  })
  useCommands([{ id: 'call-hand-over', label: t('meeting.hand.send'), keys: 'Ctrl Enter', run: form.submit }])
  return (
    <>
      <h1>{t('meeting.hand.title')}</h1>
      <p className="say">{t('meeting.hand.say')}</p>
      <div className={css.answer} ref={place}>
        <ComboBox
          label={t('meeting.hand.to')}
          value={form.values.to}
          options={staff.map((one) => toStaffOption(t, one, now, zone))}
          error={form.error('to')}
          onChange={(to) => form.change({ to })}
        />
      </div>
      <FormFailure form={form} />
      <p className={`acts ${css.go}`}>
        <Button look="do" size="big" keys="Ctrl Enter" busy={form.sending} onPress={form.submit}>
          {t('meeting.hand.send')}
        </Button>
        <Button size="big" keys="Esc" onPress={form.cancel}>
          {t('meeting.cancel')}
        </Button>
      </p>
    </>
  )
}
