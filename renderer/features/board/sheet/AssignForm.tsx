import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HandoffId, StaffId } from '#shared/domain/core/ids'
import { describeFailure, useCall, useMinute, useOffice, useZone } from '../../../office'
import { announce, Select, toStaffOption, UndoLine, useCommands } from '../../../ui'
import { InlineForm } from './InlineForm'

export interface AssignedHandoff {
  readonly id: HandoffId
  readonly number: number
  readonly name: string
  readonly before: StaffId
}

/** Assigns the handoff to a chosen worker (G). The former worker stays as a supporting worker (H5). */
export function AssignForm({
  id,
  number,
  assignedTo,
  onAssigned,
  onCancel,
}: {
  readonly id: HandoffId
  readonly number: number
  readonly assignedTo: StaffId
  readonly onAssigned: (assigned: AssignedHandoff) => void
  readonly onCancel: () => void
}) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const staff = useOffice('staff.list', {}).value ?? []
  const { send, sending } = useCall('handoff.execute')
  const [to, setTo] = useState<StaffId | null>(null)
  const [error, setError] = useState<string | null>(null)
  const assign = async () => {
    const picked = staff.find((one) => one.id === to)
    if (!picked) return setError(t('failure.refused.owner_needed'))
    const answer = await send({ id, command: { kind: 'assign', to: picked.id, reason: '' } })
    if (answer.ok) onAssigned({ id, number, name: picked.name, before: assignedTo })
    else setError(describeFailure(t, answer.failure))
  }
  useCommands([{ id: 'give-cancel', label: t('board.sheet.giveBack'), keys: 'Esc', quiet: true, run: onCancel }])
  return (
    <InlineForm
      sending={sending}
      verb={t('board.sheet.giveNow')}
      back={t('board.sheet.giveBack')}
      onSend={() => void assign()}
      onBack={onCancel}
    >
      <Select
        label={t('board.sheet.giveTo')}
        value={to}
        error={error ?? undefined}
        onChange={(value) => {
          setTo(value)
          setError(null)
        }}
        options={staff.filter((one) => one.id !== assignedTo).map((one) => toStaffOption(t, one, now, zone))}
      />
    </InlineForm>
  )
}

/** Says that a handoff was assigned, with Undo (Ctrl Z). */
export function AssignedLine({ assigned, onGone }: { readonly assigned: AssignedHandoff; readonly onGone: () => void }) {
  const { t } = useTranslation()
  const { send } = useCall('handoff.execute')
  const undo = () => {
    onGone()
    void send({ id: assigned.id, command: { kind: 'assign', to: assigned.before, reason: '' } }).then((answer) => {
      if (!answer.ok) announce(describeFailure(t, answer.failure))
    })
  }
  useCommands([{ id: 'give-undo', label: t('frame.undo'), keys: 'Ctrl Z', run: undo }])
  return (
    <UndoLine onUndo={undo} onGone={onGone} undoLabel={t('frame.undo')}>
      {t('board.sheet.given', { number: assigned.number, name: assigned.name })}
    </UndoLine>
  )
}
