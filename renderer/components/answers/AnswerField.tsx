import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AGE_BANDS, CHILD_BANDS, type AnswerFieldName as Name } from '#shared/domain/person/person-answers'
import { AnswerStatus } from './AnswerStatus'
import { Choices } from '../../ui/Choices'
import { Field } from '../../ui/Field'
import { Select } from '../../ui/Select'
import { Checkbox } from '../../ui/Toggles'
import type { TypedAnswers, TypedAnswer } from './answer-form'

interface Props {
  readonly field: Name
  readonly label: string
  readonly answers: TypedAnswers
  readonly onChange: (answers: TypedAnswers) => void
  readonly error?: ReactNode
  /** The label is in the margin of a form page. */
  readonly quietLabel?: boolean
}

/** The field for one of the facts of section 3. Not asked, not known and none are three answers; the first is the default. */
export function AnswerField({ field, ...rest }: Props) {
  const { t } = useTranslation()
  const { label, answers, onChange, error, quietLabel = false } = rest
  switch (field) {
    case 'ageBand':
      return (
        <Select
          label={label}
          quietLabel={quietLabel}
          value={answers.ageBand}
          onChange={(ageBand) => onChange({ ...answers, ageBand })}
          error={error}
          options={[
            { value: 'not_asked', label: t('personAnswers.notAsked') },
            { value: 'not_known', label: t('personAnswers.notKnown') },
            ...AGE_BANDS.map((value) => ({ value, label: t(`personAnswers.ageBand.${value}`) })),
          ]}
        />
      )
    case 'household':
      return <HouseholdField {...rest} quietLabel={quietLabel} />
    case 'pets':
    case 'accessNeeds':
    case 'culturalNeeds':
    case 'groups':
      return (
        <AnswerInWords
          {...rest}
          quietLabel={quietLabel}
          told={answers[field]}
          onAnswer={(told) => onChange({ ...answers, [field]: told })}
        />
      )
  }
}

/** The household in numbers, never names; an empty field means no one. */
function HouseholdField({ label, answers, onChange, error, quietLabel = false }: Omit<Props, 'field'>) {
  const { t } = useTranslation()
  const { household } = answers
  const set = (part: Partial<TypedAnswers['household']>) => onChange({ ...answers, household: { ...household, ...part } })
  return (
    <div>
      <Choices
        label={label}
        quietLabel={quietLabel}
        look="tight"
        value={household.is}
        onChange={(is) => set({ is })}
        error={error}
        options={(['not_asked', 'not_known', 'told'] as const).map((value) => ({ value, label: t(`personAnswers.household.${value}`) }))}
      />
      {household.is === 'told' && (
        <>
          <div className="counts">
            <Field label={t('personAnswers.adults')} dir="ltr" value={household.adults} onChange={(adults) => set({ adults })} />
            {CHILD_BANDS.map((band) => (
              <Field
                key={band}
                label={t(`personAnswers.child.${band}`)}
                dir="ltr"
                value={household.children[band]}
                onChange={(count) => set({ children: { ...household.children, [band]: count } })}
              />
            ))}
          </div>
          <p className="second">{t('personAnswers.householdHint')}</p>
        </>
      )}
    </div>
  )
}

function AnswerInWords({
  label,
  error,
  quietLabel = false,
  told,
  onAnswer,
}: Omit<Props, 'field' | 'answers' | 'onChange'> & { readonly told: TypedAnswer; readonly onAnswer: (told: TypedAnswer) => void }) {
  const { t } = useTranslation()
  return (
    <div className={quietLabel ? 'two' : ''}>
      {told.is === 'told' ? (
        <Field
          label={label}
          quietLabel={quietLabel}
          value={told.words}
          onChange={(words) => onAnswer({ is: 'told', words })}
          error={error}
          placeholder={t('personAnswers.placeholder')}
        />
      ) : (
        <div>
          {!quietLabel && <span className="label">{label}</span>}
          <p className="answered">{t(`personAnswers.answer.${told.is}`)}</p>
        </div>
      )}
      <span className="ticks">
        {(['none', 'not_known'] as const).map((is) => (
          <Checkbox key={is} on={told.is === is} onChange={(on) => onAnswer({ ...told, is: on ? is : 'told' })}>
            <AnswerStatus word={t(`personAnswers.answer.${is}`)} subject={label} />
          </Checkbox>
        ))}
      </span>
    </div>
  )
}
