import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import type { GoalView } from '#shared/contract/stay'
import type { StaffId } from '#shared/domain/core/ids'
import { describeFailure, useCall, useMinute, useOffice, useOfficeState, useZone } from '../../office'
import { announce, Button, Checkbox, Select, toStaffOption, useCommands } from '../../ui'
import css from './stay.module.css'

/**
 * Creates an internal handoff from a goal (A4, H8). The person is asked first; what they approved goes with it, what they withhold does
 * not (M5).
 */
export function GoalHandoffForm({ goal, onDone }: { readonly goal: GoalView; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const me = useOfficeState()?.me?.id
  const staff = (useOffice('staff.list', {}).value ?? []).filter(({ id }) => id !== me)
  const { send, sending } = useCall('goal.createHandoff')
  const [to, setTo] = useState<StaffId | null>(null)
  const [agreed, setAgreed] = useState(false)
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const give = async () => {
    setTried(true)
    if (to === null) return
    const answer = await send({ id: goal.id, to, agreed })
    if (!answer.ok) return setFailure(answer.failure)
    announce(t('stay.goal.handedOn'))
    return onDone()
  }
  useCommands([{ id: 'hand-on-leave', label: t('stay.goal.leave'), keys: 'Esc', quiet: true, run: onDone }])
  return (
    <form
      className={css.form}
      aria-label={t('stay.goal.handOn')}
      onSubmit={(event) => {
        event.preventDefault()
        void give()
      }}
    >
      <Select
        label={t('stay.goal.handOnTo')}
        value={to}
        options={staff.map((one) => toStaffOption(t, one, now, zone))}
        onChange={(id) => {
          setTo(id)
          setFailure(null)
        }}
        error={tried && to === null ? t('failure.refused.receiver_needed') : failure ? describeFailure(t, failure) : undefined}
      />
      <Checkbox on={agreed} onChange={setAgreed}>
        {t('stay.goal.agreed')}
      </Checkbox>
      <p className="second">{t('stay.goal.background')}</p>
      <p className="acts flush">
        <Button type="submit" look="do" busy={sending}>
          {t('stay.goal.handOnNow')}
        </Button>
        <Button look="bare" keys="Esc" onPress={onDone}>
          {t('stay.goal.leave')}
        </Button>
      </p>
    </form>
  )
}
