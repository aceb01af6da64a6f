import type { TFunction } from 'i18next'
import { CHILD_BANDS, type AnswerFieldName, type Household, type PersonAnswers } from '#shared/domain/person/person-answers'

function describeHousehold(t: TFunction, household: Extract<Household, { kind: 'told' }>): string {
  const children = CHILD_BANDS.filter((band) => household.children[band] > 0).map((band) => {
    const count = household.children[band]
    return band === 'not_known'
      ? t('personAnswers.childrenUnknown', { count })
      : t('personAnswers.childrenCount', { count, band: t(`personAnswers.ageBand.${band}`) })
  })
  return [
    t('personAnswers.adultsCount', { count: household.adults }),
    ...(children.length > 0 ? children : [t('personAnswers.noChildren')]),
  ].join(', ')
}

/** Describes one of the facts. Returns null where it was not asked. */
export function describeAnswer(t: TFunction, answers: PersonAnswers, field: AnswerFieldName): string | null {
  const fact = answers[field]
  if (fact === null) return null
  if (typeof fact === 'string') return fact === 'not_known' ? t('personAnswers.notKnown') : t(`personAnswers.ageBand.${fact}`)
  if (fact.kind !== 'told') return t(`personAnswers.answer.${fact.kind}`)
  return 'words' in fact ? fact.words : describeHousehold(t, fact)
}
