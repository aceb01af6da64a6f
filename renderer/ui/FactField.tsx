import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AGE_BANDS, CHILD_BANDS, type FactField as Name } from '#shared/domain/person-facts'
import { Answered } from './Answered'
import { Choices } from './Choices'
import { Field } from './Field'
import { Select } from './Select'
import { Checkbox } from './Toggles'
import type { TypedFacts, TypedTold } from './facts-text'

interface Props {
  readonly field: Name
  readonly label: string
  readonly facts: TypedFacts
  readonly onChange: (facts: TypedFacts) => void
  readonly error?: ReactNode
  /** The label stands in the margin of a leaf. */
  readonly quietLabel?: boolean
}

/** One of the facts of section 3. Not asked, not known and none are three answers, and the first is where it begins. */
export function FactField({ field, ...rest }: Props) {
  const { t } = useTranslation()
  const { label, facts, onChange, error, quietLabel = false } = rest
  switch (field) {
    case 'ageBand':
      return (
        <Select
          label={label}
          quietLabel={quietLabel}
          value={facts.ageBand}
          onChange={(ageBand) => onChange({ ...facts, ageBand })}
          error={error}
          options={[
            { value: 'not_asked', label: t('facts.notAsked') },
            { value: 'not_known', label: t('facts.notKnown') },
            ...AGE_BANDS.map((value) => ({ value, label: t(`facts.ageBand.${value}`) })),
          ]}
        />
      )
    case 'household':
      return <Household {...rest} quietLabel={quietLabel} />
    case 'pets':
    case 'accessNeeds':
    case 'culturalNeeds':
    case 'groups':
      return <InWords {...rest} quietLabel={quietLabel} told={facts[field]} onTold={(told) => onChange({ ...facts, [field]: told })} />
  }
}

/** People in numbers, never by name; an empty place is nobody. */
function Household({ label, facts, onChange, error, quietLabel = false }: Omit<Props, 'field'>) {
  const { t } = useTranslation()
  const { household } = facts
  const set = (part: Partial<TypedFacts['household']>) => onChange({ ...facts, household: { ...household, ...part } })
  return (
    <div>
      <Choices
        label={label}
        quietLabel={quietLabel}
        look="tight"
        value={household.is}
        onChange={(is) => set({ is })}
        error={error}
        options={(['not_asked', 'not_known', 'told'] as const).map((value) => ({ value, label: t(`facts.household.${value}`) }))}
      />
      {household.is === 'told' && (
        <>
          <div className="counts">
            <Field label={t('facts.adults')} dir="ltr" value={household.adults} onChange={(adults) => set({ adults })} />
            {CHILD_BANDS.map((band) => (
              <Field
                key={band}
                label={t(`facts.child.${band}`)}
                dir="ltr"
                value={household.children[band]}
                onChange={(count) => set({ children: { ...household.children, [band]: count } })}
              />
            ))}
          </div>
          <p className="second">{t('facts.householdHint')}</p>
        </>
      )}
    </div>
  )
}

function InWords({
  label,
  error,
  quietLabel = false,
  told,
  onTold,
}: Omit<Props, 'field' | 'facts' | 'onChange'> & { readonly told: TypedTold; readonly onTold: (told: TypedTold) => void }) {
  const { t } = useTranslation()
  return (
    <div className={quietLabel ? 'two' : ''}>
      {told.is === 'told' ? (
        <Field
          label={label}
          quietLabel={quietLabel}
          value={told.words}
          onChange={(words) => onTold({ is: 'told', words })}
          error={error}
          placeholder={t('facts.placeholder')}
        />
      ) : (
        <div>
          {!quietLabel && <span className="label">{label}</span>}
          <p className="answered">{t(`facts.answer.${told.is}`)}</p>
        </div>
      )}
      <span className="ticks">
        {(['none', 'not_known'] as const).map((is) => (
          <Checkbox key={is} on={told.is === is} onChange={(on) => onTold({ ...told, is: on ? is : 'told' })}>
            <Answered word={t(`facts.answer.${is}`)} of={label} />
          </Checkbox>
        ))}
      </span>
    </div>
  )
}
