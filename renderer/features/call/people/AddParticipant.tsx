import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PartnerId, StaffId } from '#shared/domain/core/ids'
import { PARTICIPANT_KINDS, PARTICIPANT_ROLES, type ParticipantKind, type ParticipantRole } from '#shared/domain/meeting/meeting'
import { FailureLine, useMinute, useOffice, useZone } from '../../../office'
import { Button, Choices, ComboBox, Field, Select, toStaffOption } from '../../../ui'
import { useMeetingSession } from '../meeting-session'
import css from '../call.module.css'

type AddedKind = Exclude<ParticipantKind, 'her'>
const KINDS = PARTICIPANT_KINDS.filter((kind): kind is AddedKind => kind !== 'her')
const ROLES = PARTICIPANT_ROLES.filter((role) => role !== 'for_herself')

/** Adds a participant. A role is required, because the person has a right to know why they listen. */
export function AddParticipant() {
  const { t } = useTranslation()
  const { sendCommand: act, failure, partialText: half, setPartialText: setHalf } = useMeetingSession()
  const now = useMinute()
  const zone = useZone()
  const [who, setWho] = useState<AddedKind | null>(null)
  const [role, setRole] = useState<ParticipantRole | null>(null)
  const [staffId, setStaffId] = useState<StaffId | null>(null)
  const [partnerId, setPartnerId] = useState<PartnerId | null>(null)
  const [tried, setTried] = useState(false)
  const staff = useOffice('staff.list', {}, { enabled: who === 'staff' }).value ?? []
  const partners = useOffice('partner.list', {}, { enabled: who === 'partner' }).value ?? []
  const name = half('join:name') ?? ''
  const rule = half('join:rule') ?? ''
  const picked = who === 'staff' ? staffId !== null : who === 'partner' ? partnerId !== null || name.trim() !== '' : name.trim() !== ''
  const add = async () => {
    setTried(true)
    if (who === null || !picked || role === null) return
    const done = await act({
      kind: 'join',
      who,
      name,
      staffId: who === 'staff' ? staffId : null,
      partnerId: who === 'partner' ? partnerId : null,
      role,
      rule,
    })
    if (!done) return
    setHalf('join:name', null)
    setHalf('join:rule', null)
    setWho(null)
    setRole(null)
    setStaffId(null)
    setPartnerId(null)
    setTried(false)
  }
  return (
    <form
      className={`stack ${css.answer}`}
      aria-label={t('meeting.people.add')}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <Choices
        label={t('meeting.people.add')}
        value={who}
        options={KINDS.map((kind) => ({ value: kind, label: t(`meeting.kind.${kind}`) }))}
        onChange={setWho}
      />
      {who !== null && (
        <>
          <div className={css.pair}>
            {who === 'staff' && (
              <ComboBox
                label={t('meeting.people.staff')}
                value={staffId}
                options={staff.map((one) => toStaffOption(t, one, now, zone))}
                error={tried && !picked ? t('meeting.people.needPick') : undefined}
                autoFocus
                onChange={setStaffId}
              />
            )}
            {who === 'partner' && (
              <ComboBox
                label={t('meeting.people.partner')}
                value={partnerId}
                options={partners.map((one) => ({ value: one.id, label: one.name }))}
                error={tried && !picked ? t('meeting.people.needPick') : undefined}
                autoFocus
                onChange={setPartnerId}
              />
            )}
            {who !== 'staff' && (
              <Field
                label={t('meeting.people.name')}
                value={name}
                error={tried && !picked && who !== 'partner' ? t('meeting.people.needName') : undefined}
                autoFocus={who !== 'partner'}
                onChange={(text) => setHalf('join:name', text)}
              />
            )}
            <Select
              label={t('meeting.people.role')}
              value={role}
              options={ROLES.map((value) => ({ value, label: t(`meeting.role.${value}`) }))}
              error={tried && role === null ? t('meeting.people.needRole') : undefined}
              onChange={setRole}
            />
          </div>
          <Field
            label={t('meeting.people.rule')}
            value={rule}
            hint={t('meeting.people.ruleHint')}
            onChange={(text) => setHalf('join:rule', text)}
          />
          <FailureLine failure={failure} />
          <p className="acts">
            <Button type="submit" keys="Enter">
              {t('meeting.people.send')}
            </Button>
          </p>
        </>
      )}
    </form>
  )
}
