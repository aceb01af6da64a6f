import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HandoffId, StaffId } from '#shared/domain/ids'
import { failureWords, useCall, useMinute, useOffice, useZone } from '../../office'
import { announce, Button, Select, staffOption, UndoLine, useCommands } from '../../ui'
import css from './Board.module.css'

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
  const form = useRef<HTMLFormElement>(null)
  // The hand is at the keyboard: the list of workers has the focus at once.
  useEffect(() => form.current?.querySelector<HTMLElement>('button')?.focus(), [])
  const give = async () => {
    const picked = staff.find((one) => one.id === to)
    if (!picked) return setError(t('failure.refused.owner_needed'))
    const answer = await send({ id, command: { kind: 'assign', to: picked.id, reason: '' } })
    if (answer.ok) onGiven({ id, number, name: picked.name, before: assignedTo })
    else setError(failureWords(t, answer.failure))
  }
  useCommands([{ id: 'give-cancel', label: t('board.sheet.giveBack'), keys: 'Esc', quiet: true, run: onCancel }])
  return (
    <form
      ref={form}
      className={css.give}
      onSubmit={(event) => {
        event.preventDefault()
        void give()
      }}
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
      <Button type="submit" busy={sending}>
        {t('board.sheet.giveNow')}
      </Button>
      <Button look="bare" keys="Esc" onPress={onCancel}>
        {t('board.sheet.giveBack')}
      </Button>
    </form>
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
