import { useTranslation } from 'react-i18next'
import type { HandoffId, StaffId } from '#shared/domain/core/ids'
import { describeFailure, useCall, useForm, useMinute, useOffice, useZone } from '../../../office'
import { toStaffOption } from '../../../components'
import { announce, Button, Field, Select, useCommands } from '../../../ui'
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
      ? []
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
  const { send } = useCall('handoff.assignMany')
  const form = useForm({
    id: 'assign-many',
    of: null,
    initial: { to: null as StaffId | null, reason: '' },
    validate: ({ to }) => ({ to: !staff.some((one) => one.id === to) && t('failure.refused.owner_needed') }),
    send: ({ to, reason }) => send({ ids: [...ids], to: to!, reason }),
    findField: () => null,
    describe: (failure) => `${describeFailure(t, failure)} ${t('board.many.notAll')}`,
    onSent: ({ assigned }, { to }) => {
      announce(t('board.many.given', { count: assigned, name: staff.find((one) => one.id === to)?.name ?? '' }))
      onDone()
    },
    onClose: onBack,
    afterSend: 'clear',
    keys: { send: t('board.many.now'), close: t('board.sheet.giveBack') },
  })
  const { to, reason } = form.values
  return (
    <InlineForm form={form} send={t('board.many.now')} cancel={t('board.sheet.giveBack')}>
      <Select
        label={t('board.many.give', { count: ids.length })}
        value={to}
        error={form.error('to') ?? form.failure}
        onChange={(value) => form.change({ to: value })}
        options={staff.map((one) => toStaffOption(t, one, now, zone))}
      />
      <Field label={t('board.many.why')} value={reason} onChange={(text) => form.change({ reason: text })} />
    </InlineForm>
  )
}
