import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PartnerView } from '#shared/contract/office/partner'
import { DIRECTIONS } from '#shared/domain/core/vocabulary'
import { Banner, Button, Choices, ComboBox, Field, FormPageRow, Select } from '../../ui'
import { AddPartnerForm } from './AddPartner'
import { HERSELF, type HandoffPartProps } from './handoff-form'

interface Props extends HandoffPartProps {
  readonly partners: readonly PartnerView[]
  readonly staff: readonly { readonly id: string; readonly name: string }[]
  readonly me: string
}

/** The direction, source and receiver (section 3). A partner that is not listed is added on the spot. */
export function PartiesPart({ form, set, wrong, partners, staff, me }: Props) {
  const { t } = useTranslation()
  const { direction } = form
  const workers = staff.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <FormPageRow label={t('createHandoff.way')}>
        <Choices
          label={t('createHandoff.way')}
          quietLabel
          value={direction}
          onChange={(next) => set({ direction: next, ...(next !== 'incoming' && form.partner === HERSELF ? { partner: null } : {}) })}
          options={DIRECTIONS.map((value) => ({ value, label: t(`word.direction.${value}`) }))}
        />
      </FormPageRow>
      {direction !== 'incoming' && (
        <FormPageRow label={t('createHandoff.from')} hasError={Boolean(wrong('fromStaff'))}>
          <Select
            label={t('createHandoff.fromStaff')}
            quietLabel
            options={workers}
            value={form.fromStaff ?? me}
            onChange={(fromStaff) => set({ fromStaff })}
            error={wrong('fromStaff')}
          />
        </FormPageRow>
      )}
      {direction === 'internal' ? (
        <FormPageRow label={t('createHandoff.to')} hasError={Boolean(wrong('toStaff'))}>
          <Select
            label={t('createHandoff.toStaff')}
            quietLabel
            options={workers.filter(({ value }) => value !== (form.fromStaff ?? me))}
            value={form.toStaff}
            placeholder={t('createHandoff.pickWorker')}
            onChange={(toStaff) => set({ toStaff })}
            error={wrong('toStaff')}
          />
        </FormPageRow>
      ) : (
        <SourcePartnerRow {...{ form, set, wrong, partners }} />
      )}
    </>
  )
}

/** The receiver's criteria, and whether anything speaks against it; a "do not refer" requires a reason (section 13). */
function ReceiverCriteria({ form, set, wrong, partner }: HandoffPartProps & { readonly partner: PartnerView }) {
  const { t } = useTranslation()
  const { eligibility, languages, areas, hours, doNotRefer } = partner
  const facts = [hours, languages, areas].filter(Boolean).join(' · ')
  return (
    <>
      {eligibility && (
        <p>
          {t('createHandoff.receiver.for')} <bdi dir="auto">{eligibility}</bdi>
        </p>
      )}
      {facts && (
        <p className="second">
          <bdi dir="auto">{facts}</bdi>
        </p>
      )}
      {doNotRefer && (
        <>
          <Banner>
            <b>{t('createHandoff.receiver.doNotRefer')}</b> <bdi dir="auto">{doNotRefer}</bdi>
          </Banner>
          <Field
            label={t('createHandoff.receiver.despite')}
            value={form.despite}
            onChange={(despite) => set({ despite })}
            error={wrong('despite')}
            hint={t('createHandoff.receiver.despiteHint')}
          />
        </>
      )}
    </>
  )
}

function SourcePartnerRow({ form, set, wrong, partners }: HandoffPartProps & { readonly partners: readonly PartnerView[] }) {
  const { t } = useTranslation()
  const [adding, setAdding] = useState<string | null>(null)
  const incoming = form.direction === 'incoming'
  const label = incoming ? t('createHandoff.from') : t('createHandoff.to')
  const chosen = partners.find(({ id }) => id === form.partner)
  const options = [
    ...(incoming ? [{ value: HERSELF, label: t('createHandoff.herself') }] : []),
    ...partners
      .filter(({ retired }) => !retired)
      .map(({ id, name, kind }) => ({ value: id as string, label: name, second: t(`word.partnerKind.${kind}`) })),
  ]
  return (
    <FormPageRow label={label} hasError={Boolean(wrong('partner'))}>
      <ComboBox
        label={incoming ? t('createHandoff.fromPartner') : t('createHandoff.toPartner')}
        quietLabel
        options={options}
        value={form.partner}
        onChange={(partner) => set({ partner, despite: '' })}
        error={wrong('partner')}
        onAdd={setAdding}
        addLabel={(typed) => t('createHandoff.addTyped', { typed })}
        placeholder={t('createHandoff.pickPartner')}
        openLabel={t('createHandoff.showAll')}
        emptyLabel={t('createHandoff.nothing')}
      />
      {!incoming && chosen && <ReceiverCriteria {...{ form, set, wrong }} partner={chosen} />}
      {adding === null ? (
        <p className="second">
          {chosen && <>{partnerWords(chosen)} </>}
          <Button look="bare" className="inline" onPress={() => setAdding('')}>
            {t('createHandoff.notListed')}
          </Button>
        </p>
      ) : (
        <AddPartnerForm
          name={adding}
          onClose={() => setAdding(null)}
          onAdded={(partner) => {
            set({ partner })
            setAdding(null)
          }}
        />
      )}
    </FormPageRow>
  )

  function partnerWords({ kind, inForce, helpsNow }: PartnerView): string {
    const values = { kind: t(`word.partnerKind.${kind}`), hours: inForce.hours }
    if (!incoming) return t('createHandoff.partnerIs', values)
    if (inForce.mode === 'measured') return t('createHandoff.partnerMeasured', values)
    return t(helpsNow ? 'createHandoff.partnerHelps' : 'createHandoff.partnerDoesNotHelp', values)
  }
}
