import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FACT_FIELDS, type FactField as FactName } from '#shared/domain/person-facts'
import { useFields } from '../../office'
import { anythingTold, Button, FactField, factsTyped, LeafRow } from '../../ui'
import { factComplaints } from './complaints'
import type { PartProps } from './form'

/** Section 3, folded: what else she told, never more than she offers. It opens by itself only where something of it must be answered. */
export function TellsMore({ form, set, wrong, checked }: PartProps & { readonly checked: boolean }) {
  const { t } = useTranslation()
  const fields = useFields()
  const shown = FACT_FIELDS.filter((field) => !fields.hidden(field))
  const asked = form.personId === null && shown.some((field) => fields.required(field))
  const [open, setOpen] = useState(asked || anythingTold(form.facts))
  const amiss = wrong('facts')
  useEffect(() => {
    if (amiss !== undefined) setOpen(true)
  }, [amiss])
  if (shown.length === 0) return null
  const complaints = checked ? factComplaints(form, fields.settings) : {}
  // Somebody in the book was never asked for it: that only the office knows.
  const refused = amiss !== undefined && Object.keys(complaints).length === 0
  const told = factsTyped(form.facts)
  const empty = (field: FactName) => fields.required(field) && told[field] === null && (form.personId === null || refused)
  const says = (field: FactName) => {
    const found = complaints[field] ?? (refused && empty(field) ? ({ says: 'required' } as const) : undefined)
    if (!found) return undefined
    return found.says === 'required' ? t('intake.wrong.required') : t(`facts.wrong.${found.says}`, { ...found })
  }
  return (
    <>
      <LeafRow label="">
        <Button look="bare" expanded={open} onPress={() => setOpen(!open)}>
          {t('facts.title')}
        </Button>
        {open && <p className="second">{t(form.personId === null ? 'facts.hint' : 'facts.known')}</p>}
      </LeafRow>
      {open &&
        shown.map((field) => {
          const label = fields.label(field, t(`fields.name.${field}`))
          return (
            <LeafRow key={field} label={label} missing={empty(field)} wrong={Boolean(says(field))}>
              <FactField
                field={field}
                label={label}
                quietLabel
                facts={form.facts}
                onChange={(facts) => set({ facts })}
                error={says(field)}
              />
            </LeafRow>
          )
        })}
    </>
  )
}
