import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import { STAFF_ROLES, type StaffRole } from '#shared/domain/core/vocabulary'
import { FailureLine, describeFailure, describeFieldFailure } from '../../office'
import { Button, Field, FormPageRow, ManyChoices, focusFirstError, useCommands } from '../../ui'

export interface WorkerFormValues {
  readonly name: string
  readonly roles: StaffRole[]
}

interface Props {
  readonly label: string
  readonly initial: WorkerFormValues
  readonly save: string
  readonly saving: string
  readonly busy: boolean
  readonly saved?: boolean
  /** Resolves to why it was not done, or null. */
  readonly onSave: (typed: WorkerFormValues) => Promise<Failure | null>
  readonly onChange?: () => void
  readonly onLeave: () => void
}

/** Name and roles: the same for a new worker and an existing one. */
export function WorkerForm({ label, initial, save, saving, busy, saved, onSave, onChange, onLeave }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(initial)
  const [failure, setFailure] = useState<Failure | null>(null)
  const set = (part: Partial<WorkerFormValues>) => {
    setTyped((before) => ({ ...before, ...part }))
    setFailure(null)
    onChange?.()
  }
  const send = async () => {
    const refused = await onSave(typed)
    setFailure(refused)
    if (refused) focusFirstError()
  }
  useCommands([
    { id: 'save-worker', label: save, keys: 'Ctrl Enter', run: () => void send() },
    { id: 'leave-worker', label: t('staff.form.leaveIt'), keys: 'Esc', run: onLeave },
  ])
  const refusedAs = (reason: string) => (failure?.kind === 'refused' && failure.reason === reason ? describeFailure(t, failure) : undefined)
  const nameWrong = refusedAs('name_taken') ?? describeFieldFailure(t, failure, 'name')
  const rolesWrong = refusedAs('last_director') ?? (describeFieldFailure(t, failure, 'roles') && t('staff.form.pickRole'))
  return (
    <form
      aria-label={label}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void send()
      }}
    >
      <FormPageRow label={t('staff.columns.name')} hasError={Boolean(nameWrong)}>
        <Field
          label={t('staff.form.name')}
          value={typed.name}
          onChange={(name) => set({ name })}
          error={nameWrong}
          hint={t('staff.form.nameHint')}
          autoFocus
        />
      </FormPageRow>
      <FormPageRow label={t('staff.columns.roles')} hasError={Boolean(rolesWrong)}>
        <ManyChoices
          label={t('staff.form.roles')}
          quietLabel
          look="tight"
          values={typed.roles}
          onChange={(roles) => set({ roles })}
          error={rolesWrong}
          options={STAFF_ROLES.map((value) => ({ value, label: t(`word.role.${value}`) }))}
        />
        {typed.roles.map((role) => (
          <p key={role} className="second">
            {t(`staff.form.does.${role}`)}
          </p>
        ))}
      </FormPageRow>
      <FormPageRow label="">
        <p className="acts flush">
          <Button look="do" keys="Ctrl Enter" busy={busy} onPress={() => void send()}>
            {busy ? saving : save}
          </Button>
          <Button look="bare" keys="Esc" onPress={onLeave}>
            {t('staff.form.leaveIt')}
          </Button>
          {saved && (
            <span className="second" role="status">
              {t('staff.form.saved')}
            </span>
          )}
        </p>
        {!nameWrong && !rolesWrong && <FailureLine failure={failure} />}
      </FormPageRow>
    </form>
  )
}
