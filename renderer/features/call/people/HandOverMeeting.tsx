import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffId } from '#shared/domain/core/ids'
import { FailureLine, useMinute, useOffice, useZone } from '../../../office'
import { announce, Button, ComboBox, toStaffOption, useCommands } from '../../../ui'
import { useMeetingSession } from '../meeting-session'
import css from '../call.module.css'

/** Hands the meeting over to a colleague (F7); the worker who hands over stays among the participants. */
export function HandOverMeeting({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation()
  const { view, sendCommand: act, failure } = useMeetingSession()
  const now = useMinute()
  const zone = useZone()
  const staff = (useOffice('staff.list', {}).value ?? []).filter((one) => one.id !== view.lead.id)
  const [to, setTo] = useState<StaffId | null>(null)
  const [needed, setNeeded] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.querySelector('input')?.focus(), [])
  const send = async () => {
    setNeeded(to === null)
    if (to === null || !(await act({ kind: 'hand_to', to }))) return
    announce(t('meeting.hand.done'))
    onDone()
  }
  useCommands([{ id: 'call-hand-over', label: t('meeting.hand.send'), keys: 'Ctrl Enter', run: () => void send() }])
  return (
    <>
      <h1>{t('meeting.hand.title')}</h1>
      <p className="say">{t('meeting.hand.say')}</p>
      <div className={css.answer} ref={place}>
        <ComboBox
          label={t('meeting.hand.to')}
          value={to}
          options={staff.map((one) => toStaffOption(t, one, now, zone))}
          error={needed && to === null ? t('meeting.hand.needed') : undefined}
          onChange={setTo}
        />
      </div>
      <FailureLine failure={failure} />
      <p className={`acts ${css.go}`}>
        <Button look="do" size="big" keys="Ctrl Enter" onPress={() => void send()}>
          {t('meeting.hand.send')}
        </Button>
        <Button size="big" keys="Esc" onPress={onDone}>
          {t('meeting.cancel')}
        </Button>
      </p>
    </>
  )
}
