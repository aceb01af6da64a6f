import { useTranslation } from 'react-i18next'
import type { HandoffId, StaffId } from '#shared/domain/core/ids'
import { describeFailure, useCall, useForm, useMinute, useOffice, useZone } from '../../../office'
import { toStaffOption } from '../../../components'
import { announce, Select, UndoLine, useCommands } from '../../../ui'
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
  const { send } = useCall('handoff.execute')
  const form = useForm({
    id: 'assign-one',
    of: id,
    initial: { to: null as StaffId | null },
    validate: ({ to }) => ({ to: !staff.some((one) => one.id === to) && t('failure.refused.owner_needed') }),
    send: ({ to }) => send({ id, command: { kind: 'assign', to: to!, reason: '' } }),
    findField: () => 'to',
    onSent: (_, { to }) => onAssigned({ id, number, name: staff.find((one) => one.id === to)?.name ?? '', before: assignedTo }),
    onClose: onCancel,
    afterSend: 'clear',
    onCancel: 'drop',
    keys: { send: t('board.sheet.giveNow'), close: t('board.sheet.giveBack') },
  })
  return (
    <InlineForm form={form} send={t('board.sheet.giveNow')} cancel={t('board.sheet.giveBack')}>
      <Select
        label={t('board.sheet.giveTo')}
        value={form.values.to}
        error={form.error('to') ?? form.failure}
        onChange={(to) => form.change({ to })}
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
