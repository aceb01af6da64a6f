import { useTranslation } from 'react-i18next'
import type { Answer } from '#shared/contract/call'
import type { StaffId } from '#shared/domain/core/ids'
import { STAFF_ROLES, type StaffRole } from '#shared/domain/core/vocabulary'
import { useForm } from '../../office'
import { FormFailure } from '../../components'
import { Button, Field, FormPageRow, ManyChoices } from '../../ui'

export interface WorkerFormValues {
  readonly name: string
  readonly roles: StaffRole[]
}

interface Props<R> {
  readonly label: string
  /** The worker, or null for a new one. */
  readonly worker: StaffId | null
  readonly initial: WorkerFormValues
  readonly save: string
  readonly saving: string
  readonly send: (typed: WorkerFormValues) => Promise<Answer<R>>
  readonly announces?: string
  readonly onSent?: (value: R, typed: WorkerFormValues) => void
  readonly onClose: () => void
}

/** Name and roles: the same for a new worker and for one who is here. */
export function WorkerForm<R>({ label, worker, initial, save, saving, send, announces, onSent, onClose }: Props<R>) {
  const { t } = useTranslation()
  const form = useForm<WorkerFormValues, R, 'name' | 'roles'>({
    id: 'worker',
    of: worker ?? 'new',
    initial,
    send,
    findField: (path) => (path.startsWith('name') ? 'name' : path.startsWith('roles') ? 'roles' : null),
    describe: (failure, field) => (field === 'roles' && failure.kind === 'invalid' ? t('staff.form.pickRole') : undefined),
    ...(announces === undefined ? {} : { announces }),
    ...(onSent === undefined ? {} : { onSent }),
    onClose,
    afterSend: 'keep',
    onCancel: 'drop',
    keys: { send: save, close: t('staff.form.leaveIt') },
  })
  if (!form.ready) return null
  const { values: typed, change: set } = form
  const [nameWrong, rolesWrong] = [form.error('name'), form.error('roles')]
  return (
    <form aria-label={label} {...form.props}>
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
          <Button look="do" keys="Ctrl Enter" busy={form.sending} onPress={form.submit}>
            {form.sending ? saving : save}
          </Button>
          <Button look="bare" keys="Esc" onPress={form.cancel}>
            {t('staff.form.leaveIt')}
          </Button>
          {form.sent && (
            <span className="second" role="status">
              {t('staff.form.saved')}
            </span>
          )}
        </p>
        <FormFailure form={form} />
      </FormPageRow>
    </form>
  )
}
