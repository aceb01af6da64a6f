import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffId } from '#shared/domain/core/ids'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { readNow, useMinute, useOffice, useZone } from '../../../office'
import { Button, Choices, Field, parseMoment, MomentField, Select, toStaffOption } from '../../../ui'
import { useMeetingSession } from '../meeting-session'
import css from '../call.module.css'

/** The next meeting and who leads it. "None" is an answer; an empty field is not. */
export function NextMeetingPart() {
  const { t } = useTranslation()
  const { view, sendCommand: act, partialText: half, setPartialText: setHalf } = useMeetingSession()
  const now = useMinute()
  const zone = useZone()
  const staff = useOffice('staff.list', {}).value ?? []
  const agreed = view.next
  const [open, setOpen] = useState(false)
  const [wrong, setWrong] = useState(false)
  const text = (name: string) => half(`next:${name}`) ?? ''
  const lead = (half('next:lead') ?? view.lead.id) as StaffId
  const save = async () => {
    const at = parseMoment({ date: text('date'), time: text('time') }, readNow(), zone)
    setWrong(!at.ok)
    if (!at.ok || !(await act({ kind: 'next', next: { at: at.value, lead, what: text('what') } }))) return
    for (const name of ['date', 'time', 'lead', 'what']) setHalf(`next:${name}`, null)
    setOpen(false)
  }
  return (
    <div className={`stack ${css.answer}`}>
      {agreed !== null && !open && (
        <p className="lead" dir="auto">
          {agreed === 'none'
            ? t('meeting.steps.meet.none')
            : t('meeting.steps.meet.agreed', { when: formatDayAndTime(agreed.at, now, zone), who: agreed.lead.name })}
        </p>
      )}
      <Choices
        label={t('meeting.steps.meet.label')}
        value={open ? 'yes' : agreed === 'none' ? 'no' : agreed === null ? null : 'yes'}
        options={[
          { value: 'yes', label: t('meeting.steps.meet.yes') },
          { value: 'no', label: t('meeting.steps.meet.no') },
        ]}
        onChange={(value) => {
          setOpen(value === 'yes')
          if (value === 'no') void act({ kind: 'next', next: 'none' })
        }}
      />
      {open && (
        <form
          className={css.addLine}
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          <MomentField
            label={t('meeting.steps.meet.at')}
            value={{ date: text('date'), time: text('time') }}
            error={wrong ? t('failure.refused.no_such_time') : undefined}
            onChange={({ date, time }) => {
              setHalf('next:date', date)
              setHalf('next:time', time)
            }}
          />
          <Select
            label={t('meeting.steps.meet.lead')}
            value={lead}
            options={staff.map((one) => toStaffOption(t, one, now, zone))}
            onChange={(value) => setHalf('next:lead', value)}
          />
          <Field label={t('meeting.steps.meet.what')} value={text('what')} onChange={(value) => setHalf('next:what', value)} />
          <Button type="submit" keys="Enter">
            {t('meeting.steps.meet.save')}
          </Button>
        </form>
      )}
    </div>
  )
}
