import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffId } from '#shared/domain/core/ids'
import { listMeetingTimes, listSameTime } from '#shared/domain/meeting/same-time'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { readNow, useForm, useMinute, useOffice, useZone } from '../../../office'
import { FormButtons, MomentField, parseMoment, SameTimeWarning, toStaffOption, type TypedMoment } from '../../../components'
import { Choices, Field, Select } from '../../../ui'
import { useMeetingSession } from '../meeting-session'
import css from '../call.module.css'

const NO_MOMENT: TypedMoment = { date: '', time: '' }

/** The next meeting and who leads it. "None" is an answer; an empty field is not. */
export function NextMeetingPart() {
  const { t } = useTranslation()
  const { view, sendCommand: act } = useMeetingSession()
  const now = useMinute()
  const zone = useZone()
  const agreed = view.next
  const [open, setOpen] = useState(false)
  return (
    <div className={`stack ${css.answer}`}>
      {agreed !== null && !open && (
        <p className="lead" dir="auto">
          {agreed === 'none'
            ? t('meeting.steps.meet.none')
            : t('meeting.steps.meet.agreed', { when: formatDayAndTime(agreed.at, now, zone), who: agreed.lead.name })}
        </p>
      )}
      {agreed !== null && agreed !== 'none' && !open && <SameTimeOfNext lead={agreed.lead} at={agreed.at} />}
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
      {open && <NextMeetingForm onDone={() => setOpen(false)} />}
    </div>
  )
}

/** M7: warns while the time is typed, and for as long as it is agreed. */
function SameTimeOfNext({ lead, at }: { readonly lead: { readonly id: StaffId; readonly name: string }; readonly at: number }) {
  const { view } = useMeetingSession()
  const now = useMinute()
  const zone = useZone()
  const lists = useOffice('meeting.list', {}).value
  if (!lists) return null
  const others = listSameTime(listMeetingTimes(lists, now), { handoffId: view.handoffId, who: lead.id, at })
  return <SameTimeWarning others={others} who={lead.name} now={now} zone={zone} />
}

function NextMeetingForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation()
  const { view, execute } = useMeetingSession()
  const now = useMinute()
  const zone = useZone()
  const staff = useOffice('staff.list', {}).value ?? []
  const form = useForm({
    id: 'next-meeting',
    of: view.id,
    initial: { at: NO_MOMENT, lead: view.lead.id, what: '' },
    validate: ({ at }) => ({ at: !parseMoment(at, readNow(), zone).ok && t('failure.refused.no_such_time') }),
    send: ({ at, lead, what }) => {
      const moment = parseMoment(at, readNow(), zone)
      return execute({ kind: 'next', next: { at: moment.ok ? moment.value : readNow(), lead, what } })
    },
    onClose: onDone,
  })
  const { values, change } = form
  const moment = parseMoment(values.at, now, zone)
  const leader = staff.find(({ id }) => id === values.lead)
  if (!form.ready) return null
  return (
    <form className={css.addLine} {...form.props}>
      <MomentField label={t('meeting.steps.meet.at')} value={values.at} error={form.error('at')} onChange={(at) => change({ at })} />
      <Select
        label={t('meeting.steps.meet.lead')}
        value={values.lead}
        options={staff.map((one) => toStaffOption(t, one, now, zone))}
        error={form.error('lead')}
        onChange={(lead) => change({ lead })}
      />
      {moment.ok && leader && <SameTimeOfNext lead={leader} at={moment.value} />}
      <Field label={t('meeting.steps.meet.what')} value={values.what} onChange={(what) => change({ what })} />
      <FormButtons form={form} send={t('meeting.steps.meet.save')} look="plain" flush />
    </form>
  )
}
