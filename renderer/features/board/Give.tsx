import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HandoffId, StaffId } from '#shared/domain/ids'
import { failureWords, useCall, useMinute, useOffice, useZone } from '../../office'
import { announce, Select, staffOption, UndoLine, useCommands } from '../../ui'
import { LineForm } from './LineForm'

export interface Given {
  readonly id: HandoffId
  readonly number: number
  readonly name: string
  readonly before: StaffId
}

/** G: choose a worker, and it is hers. The one before stays beside her (H5). */
export function Give({
  id,
  number,
  assignedTo,
  onGiven,
  onCancel,
}: {
  readonly id: HandoffId
  readonly number: number
  readonly assignedTo: StaffId
  readonly onGiven: (given: Given) => void
  readonly onCancel: () => void
}) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const staff = useOffice('staff.list', {}).value ?? []
  const { send, sending } = useCall('handoff.do')
  const [to, setTo] = useState<StaffId | null>(null)
  const [error, setError] = useState<string | null>(null)
  const give = async () => {
    const picked = staff.find((one) => one.id === to)
    if (!picked) return setError(t('failure.refused.owner_needed'))
    const answer = await send({ id, command: { kind: 'assign', to: picked.id, reason: '' } })
    if (answer.ok) onGiven({ id, number, name: picked.name, before: assignedTo })
    else setError(failureWords(t, answer.failure))
  }
  useCommands([{ id: 'give-cancel', label: t('board.sheet.giveBack'), keys: 'Esc', quiet: true, run: onCancel }])
  return (
    <LineForm
      sending={sending}
      verb={t('board.sheet.giveNow')}
      back={t('board.sheet.giveBack')}
      onSend={() => void give()}
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
        options={staff.filter((one) => one.id !== assignedTo).map((one) => staffOption(t, one, now, zone))}
      />
    </LineForm>
  )
}

/** "No. 415 given to Ruth. Undo": Ctrl Z gives it back. */
export function GivenLine({ given, onGone }: { readonly given: Given; readonly onGone: () => void }) {
  const { t } = useTranslation()
  const { send } = useCall('handoff.do')
  const undo = () => {
    onGone()
    void send({ id: given.id, command: { kind: 'assign', to: given.before, reason: '' } }).then((answer) => {
      if (!answer.ok) announce(failureWords(t, answer.failure))
    })
  }
  useCommands([{ id: 'give-undo', label: t('frame.undo'), keys: 'Ctrl Z', run: undo }])
  return (
    <UndoLine onUndo={undo} onGone={onGone} undoLabel={t('frame.undo')}>
      {t('board.sheet.given', { number: given.number, name: given.name })}
    </UndoLine>
  )
}
