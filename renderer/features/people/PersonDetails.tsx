import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '#shared/contract/person/person'
import { ANSWER_FIELDS, type AnswerFieldName as FactName } from '#shared/domain/person/person-answers'
import { useCall, useForm, useFormFields, useOffice } from '../../office'
import {
  AnswerField,
  toAnswers,
  validateAnswers,
  describeAnswer,
  FormButtons,
  FormDraftNote,
  Name,
  OwnWords,
  toTypedAnswers,
  type TypedAnswers,
} from '../../components'
import { Button, FactItem, FactList, Field, Loading, useCommands } from '../../ui'
import css from './people.module.css'

/** What is known about the person, as little as possible (sections 3, 14). What was not said stays "not known". */
export function PersonDetails({ person }: { readonly person: PersonView }) {
  const { t } = useTranslation()
  const fields = useFormFields()
  const [changing, setChanging] = useState(false)
  useCommands(changing ? [] : [{ id: 'change-person', label: t('people.change'), keys: 'E', run: () => setChanging(true) }])
  return (
    <section aria-labelledby="known">
      <h2 id="known">{t('people.known')}</h2>
      {changing ? (
        <ChangePerson person={person} onClose={() => setChanging(false)} />
      ) : (
        <>
          <FactList>
            {(['alias', 'initials', 'pronoun'] as const).map((field) => (
              <FactItem key={field} label={t(`people.${field}`)}>
                {person[field] ? <Name>{person[field]}</Name> : <span className="muted">{t('people.unknown')}</span>}
              </FactItem>
            ))}
            <FactItem label={t('people.spellings')}>{t('people.spellingsCount', { count: person.spellings })}</FactItem>
            {ANSWER_FIELDS.filter((field) => !fields.hidden(field)).map((field) => (
              <FactItem key={field} label={fields.label(field, t(`fields.name.${field}`))}>
                <AnswerValue person={person} field={field} />
              </FactItem>
            ))}
          </FactList>
          <p className="acts">
            <Button keys="E" onPress={() => setChanging(true)}>
              {t('people.change')}
            </Button>
          </p>
        </>
      )}
    </section>
  )
}

/** Not asked is neither "not known" nor "none". */
export function AnswerValue({ person: { facts }, field }: { readonly person: Pick<PersonView, 'facts'>; readonly field: FactName }) {
  const { t } = useTranslation()
  const words = describeAnswer(t, facts, field)
  if (words === null) return <span className="muted">{t('personAnswers.notAsked')}</span>
  // Only the self-described groups are the person's own words; the rest is our note.
  return field === 'groups' && facts.groups?.kind === 'told' ? <OwnWords>{words}</OwnWords> : <bdi dir="auto">{words}</bdi>
}

/** The spellings are protected like the name: a separate call reads them when they are to be changed. */
function ChangePerson({ person, onClose }: { readonly person: PersonView; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const names = useOffice('person.names', { personId: person.personId }).value
  return names ? <PersonForm person={person} spellings={names.spellings} onClose={onClose} /> : <Loading>{t('people.loading')}</Loading>
}

interface PersonFormValues {
  readonly alias: string
  readonly initials: string
  readonly pronoun: string
  /** One a line. */
  readonly spellings: string
  readonly facts: TypedAnswers
}
type PersonField = 'alias' | 'initials' | 'pronoun' | 'spellings' | `facts.${FactName}`
const PERSON_FIELDS: readonly PersonField[] = [
  'alias',
  'initials',
  'pronoun',
  'spellings',
  ...ANSWER_FIELDS.map((field) => `facts.${field}` as const),
]

function PersonForm({
  person,
  spellings: known,
  onClose,
}: {
  readonly person: PersonView
  readonly spellings: readonly string[]
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { send } = useCall('person.save')
  const fields = useFormFields()
  const form = useForm<PersonFormValues, unknown, PersonField>({
    id: 'person',
    of: person.personId,
    initial: {
      alias: person.alias,
      initials: person.initials,
      pronoun: person.pronoun,
      spellings: known.join('\n'),
      facts: toTypedAnswers(person.facts),
    },
    validate: (typed) =>
      Object.fromEntries(
        Object.entries(validateAnswers(typed.facts)).map(([field, found]) => [
          `facts.${field}`,
          t(`personAnswers.wrong.${found.says}`, { ...found }),
        ]),
      ),
    send: ({ alias, initials, pronoun, spellings, facts }) =>
      send({
        personId: person.personId,
        alias,
        initials,
        pronoun,
        spellings: spellings
          .split('\n')
          .map((one) => one.trim())
          .filter(Boolean),
        facts: toAnswers(facts),
      }),
    findField: (path) => PERSON_FIELDS.find((field) => path === field || path.startsWith(`${field}.`)) ?? null,
    describe: (_, field) => (field === 'spellings' ? t('people.tooMany') : undefined),
    announces: t('people.saved'),
    onClose,
    onCancel: 'drop',
    keys: { send: t('people.save'), close: t('people.leave') },
  })
  if (!form.ready) return <Loading>{t('people.loading')}</Loading>
  const { values, change } = form
  return (
    <form className={css.stack} aria-label={t('people.known')} {...form.props}>
      <Field
        label={t('people.alias')}
        hint={t('people.aliasHint')}
        value={values.alias}
        onChange={(alias) => change({ alias })}
        error={form.error('alias')}
        autoFocus
      />
      <Field
        label={t('people.initials')}
        hint={t('people.initialsHint')}
        value={values.initials}
        onChange={(initials) => change({ initials })}
        error={form.error('initials')}
      />
      <Field
        label={t('people.pronoun')}
        hint={t('people.pronounHint')}
        value={values.pronoun}
        onChange={(pronoun) => change({ pronoun })}
        error={form.error('pronoun')}
      />
      <Field
        label={t('people.spellings')}
        hint={t('people.spellingsHint')}
        rows={3}
        value={values.spellings}
        onChange={(spellings) => change({ spellings })}
        error={form.error('spellings')}
      />
      {ANSWER_FIELDS.filter((field) => !fields.hidden(field)).map((field) => (
        <AnswerField
          key={field}
          field={field}
          label={fields.label(field, t(`fields.name.${field}`))}
          answers={values.facts}
          onChange={(facts) => change({ facts })}
          error={form.error(`facts.${field}`)}
        />
      ))}
      <FormButtons form={form} send={t('people.save')} sendKeys="Ctrl Enter" cancel={t('people.leave')} />
      <FormDraftNote form={form} />
    </form>
  )
}
