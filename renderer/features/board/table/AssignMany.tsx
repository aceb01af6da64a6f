import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HandoffId, StaffId } from '#shared/domain/core/ids'
import { describeFailure, useCall, useMinute, useOffice, useZone } from '../../../office'
import { announce, Button, Field, Select, toStaffOption, useCommands } from '../../../ui'
import css from '../board.module.css'
import { InlineForm } from '../sheet/InlineForm'

interface Props {
  readonly ids: readonly HandoffId[]
  readonly isAssigning: boolean
  readonly onAssigning: (on: boolean) => void
  /** Called to clear the selection. */
  readonly onDone: () => void
}

/** The foot of the table while rows are selected: assigns all of them or none, with one reason. */
export function AssignMany({ ids, isAssigning, onAssigning, onDone }: Props) {
  const { t } = useTranslation()
  const count = ids.length
  useCommands(
    isAssigning
      ? [{ id: 'many-back', label: t('board.sheet.giveBack'), keys: 'Esc', quiet: true, run: () => onAssigning(false) }]
      : [
          { id: 'many-give', label: t('board.many.give', { count }), keys: 'G', run: () => onAssigning(true) },
          { id: 'many-none', label: t('board.many.none'), keys: 'Esc', run: onDone },
        ],
  )
  return (
    <div className={`keys ${css.keys}`} role="group" aria-label={t('board.many.count', { count })}>
      {isAssigning ? (
        <AssignManyForm ids={ids} onBack={() => onAssigning(false)} onDone={onDone} />
      ) : (
        <>
          <b role="status">{t('board.many.count', { count })}</b>
          <Button look="bare" keys="G" onPress={() => onAssigning(true)}>
            {t('board.many.give', { count })}
          </Button>
          <Button look="bare" keys="Esc" onPress={onDone}>
            {t('board.many.none')}
          </Button>
        </>
      )}
    </div>
  )
}

function AssignManyForm({
  ids,
  onBack,
  onDone,
}: {
  readonly ids: readonly HandoffId[]
  readonly onBack: () => void
  readonly onDone: () => void
}) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const staff = useOffice('staff.list', {}).value ?? []
  const { send, sending } = useCall('handoff.assignMany')
  const [to, setTo] = useState<StaffId | null>(null)
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string | undefined>(undefined)
  const give = async () => {
    const picked = staff.find((one) => one.id === to)
    if (!picked) return setError(t('failure.refused.owner_needed'))
    const answer = await send({ ids: [...ids], to: picked.id, reason })
    if (!answer.ok) return setError(`${describeFailure(t, answer.failure)} ${t('board.many.notAll')}`)
    announce(t('board.many.given', { count: answer.value.assigned, name: picked.name }))
    return onDone()
  }
  return (
    <InlineForm sending={sending} verb={t('board.many.now')} back={t('board.sheet.giveBack')} onSend={() => void give()} onBack={onBack}>
      <Select
        label={t('board.many.give', { count: ids.length })}
        value={to}
        error={error}
        onChange={(value) => {
          setTo(value)
          setError(undefined)
        }}
        options={staff.map((one) => toStaffOption(t, one, now, zone))}
      />
      <Field label={t('board.many.why')} value={reason} onChange={setReason} />
    </InlineForm>
  )
}
