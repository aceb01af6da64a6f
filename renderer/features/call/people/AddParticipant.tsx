import { useTranslation } from 'react-i18next'
import type { PartnerId, StaffId } from '#shared/domain/core/ids'
import { PARTICIPANT_KINDS, PARTICIPANT_ROLES, type ParticipantKind, type ParticipantRole } from '#shared/domain/meeting/meeting'
import { useForm, useMinute, useOffice, useZone } from '../../../office'
import { FormButtons, toStaffOption } from '../../../components'
import { Choices, ComboBox, Field, Select } from '../../../ui'
import { useMeetingSession } from '../meeting-session'
import css from '../call.module.css'

type AddedKind = Exclude<ParticipantKind, 'her'>
const KINDS = PARTICIPANT_KINDS.filter((kind): kind is AddedKind => kind !== 'her')
const ROLES = PARTICIPANT_ROLES.filter((role) => role !== 'for_herself')

interface ParticipantValues {
  readonly who: AddedKind | null
  readonly role: ParticipantRole | null
  readonly staffId: StaffId | null
  readonly partnerId: PartnerId | null
  readonly name: string
  readonly rule: string
}
const EMPTY: ParticipantValues = { who: null, role: null, staffId: null, partnerId: null, name: '', rule: '' }

/** Whether it is said who joins: a worker or partner from the list, or a name. */
const isPicked = ({ who, staffId, partnerId, name }: ParticipantValues): boolean =>
  who === 'staff' ? staffId !== null : (who === 'partner' && partnerId !== null) || name.trim() !== ''

/** Adds a participant. A role is required, because the person has a right to know why they listen. */
export function AddParticipant() {
  const { t } = useTranslation()
  const { view, execute } = useMeetingSession()
  const now = useMinute()
  const zone = useZone()
  const form = useForm<ParticipantValues, unknown, keyof ParticipantValues | 'picked'>({
    id: 'participant',
    of: view.id,
    initial: EMPTY,
    validate: (typed) => ({
      picked:
        typed.who !== null &&
        !isPicked(typed) &&
        t(typed.who === 'staff' || typed.who === 'partner' ? 'meeting.people.needPick' : 'meeting.people.needName'),
      role: typed.who !== null && typed.role === null && t('meeting.people.needRole'),
    }),
    send: ({ who, role, staffId, partnerId, name, rule }) =>
      execute({
        kind: 'join',
        who: who!,
        name,
        staffId: who === 'staff' ? staffId : null,
        partnerId: who === 'partner' ? partnerId : null,
        role: role!,
        rule,
      }),
    findField: (path, { who }) =>
      path === 'staffId' || path === 'partnerId' || path === 'name' ? 'picked' : path === 'role' && who ? 'role' : null,
  })
  const { values, change } = form
  const { who } = values
  const staff = useOffice('staff.list', {}, { enabled: who === 'staff' }).value ?? []
  const partners = useOffice('partner.list', {}, { enabled: who === 'partner' }).value ?? []
  return (
    <form className={`stack ${css.answer}`} aria-label={t('meeting.people.add')} {...form.props}>
      <Choices
        label={t('meeting.people.add')}
        value={who}
        options={KINDS.map((kind) => ({ value: kind, label: t(`meeting.kind.${kind}`) }))}
        onChange={(kind) => change({ who: kind })}
      />
      {who !== null && (
        <>
          <div className={css.pair}>
            {who === 'staff' && (
              <ComboBox
                label={t('meeting.people.staff')}
                value={values.staffId}
                options={staff.map((one) => toStaffOption(t, one, now, zone))}
                error={form.error('picked')}
                autoFocus
                onChange={(staffId) => change({ staffId })}
              />
            )}
            {who === 'partner' && (
              <ComboBox
                label={t('meeting.people.partner')}
                value={values.partnerId}
                options={partners.map((one) => ({ value: one.id, label: one.name }))}
                error={form.error('picked')}
                autoFocus
                onChange={(partnerId) => change({ partnerId })}
              />
            )}
            {who !== 'staff' && (
              <Field
                label={t('meeting.people.name')}
                value={values.name}
                error={who === 'partner' ? undefined : form.error('picked')}
                autoFocus={who !== 'partner'}
                onChange={(name) => change({ name })}
              />
            )}
            <Select
              label={t('meeting.people.role')}
              value={values.role}
              options={ROLES.map((value) => ({ value, label: t(`meeting.role.${value}`) }))}
              error={form.error('role')}
              onChange={(role) => change({ role })}
            />
          </div>
          <Field
            label={t('meeting.people.rule')}
            value={values.rule}
            hint={t('meeting.people.ruleHint')}
            onChange={(rule) => change({ rule })}
          />
          <FormButtons form={form} send={t('meeting.people.send')} look="plain" />
        </>
      )}
    </form>
  )
}
