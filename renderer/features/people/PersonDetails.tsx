import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import type { PersonView } from '#shared/contract/person'
import { ANSWER_FIELDS, type AnswerFieldName as FactName } from '#shared/domain/person/person-answers'
import { describeFailure, describeFieldFailure, useCall, useFormFields, useOffice } from '../../office'
import {
  announce,
  Button,
  FactItem,
  AnswerField,
  FactList,
  toAnswers,
  validateAnswers,
  describeAnswer,
  Field,
  Loading,
  Name,
  OwnWords,
  focusFirstError,
  toTypedAnswers,
  useCommands,
} from '../../ui'
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
  if (words === null) return <span className="muted">{t('facts.notAsked')}</span>
  // Only the self-described groups are the person's own words; the rest is our note.
  return field === 'groups' && facts.groups?.kind === 'told' ? <OwnWords>{words}</OwnWords> : <bdi dir="auto">{words}</bdi>
}

/** The spellings are protected like the name: a separate call reads them when they are to be changed. */
function ChangePerson({ person, onClose }: { readonly person: PersonView; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const names = useOffice('person.names', { personId: person.personId }).value
  return names ? <PersonForm person={person} spellings={names.spellings} onClose={onClose} /> : <Loading>{t('people.loading')}</Loading>
}

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
  const { send, sending } = useCall('person.save')
  const fields = useFormFields()
  const [form, setForm] = useState({
    alias: person.alias,
    initials: person.initials,
    pronoun: person.pronoun,
    spellings: known.join('\n'),
    facts: toTypedAnswers(person.facts),
  })
  const [checked, setChecked] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const set = (part: Partial<typeof form>) => {
    setForm({ ...form, ...part })
    setFailure(null)
  }
  const errors = validateAnswers(form.facts)
  const wrongFact = (field: FactName): string | undefined => {
    const found = checked ? errors[field] : undefined
    return found ? t(`facts.wrong.${found.says}`, { ...found }) : describeFieldFailure(t, failure, `facts.${field}`)
  }
  const save = async () => {
    setChecked(true)
    if (Object.keys(errors).length > 0) return focusFirstError()
    const spellings = form.spellings
      .split('\n')
      .map((one) => one.trim())
      .filter(Boolean)
    const { alias, initials, pronoun } = form
    const answer = await send({ personId: person.personId, alias, initials, pronoun, spellings, facts: toAnswers(form.facts) })
    if (!answer.ok) {
      setFailure(answer.failure)
      return focusFirstError()
    }
    announce(t('people.saved'))
    return onClose()
  }
  useCommands([
    { id: 'save-person', label: t('people.save'), keys: 'Ctrl Enter', run: () => void save() },
    { id: 'leave-person', label: t('people.leave'), keys: 'Esc', run: onClose },
  ])
  const wrongSpellings = describeFieldFailure(t, failure, 'spellings') && t('people.tooMany')
  return (
    <form
      className={css.stack}
      aria-label={t('people.known')}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Field
        label={t('people.alias')}
        hint={t('people.aliasHint')}
        value={form.alias}
        onChange={(alias) => set({ alias })}
        error={describeFieldFailure(t, failure, 'alias')}
        autoFocus
      />
      <Field
        label={t('people.initials')}
        hint={t('people.initialsHint')}
        value={form.initials}
        onChange={(initials) => set({ initials })}
        error={describeFieldFailure(t, failure, 'initials')}
      />
      <Field
        label={t('people.pronoun')}
        hint={t('people.pronounHint')}
        value={form.pronoun}
        onChange={(pronoun) => set({ pronoun })}
        error={describeFieldFailure(t, failure, 'pronoun')}
      />
      <Field
        label={t('people.spellings')}
        hint={t('people.spellingsHint')}
        rows={3}
        value={form.spellings}
        onChange={(spellings) => set({ spellings })}
        error={wrongSpellings}
      />
      {ANSWER_FIELDS.filter((field) => !fields.hidden(field)).map((field) => (
        <AnswerField
          key={field}
          field={field}
          label={fields.label(field, t(`fields.name.${field}`))}
          answers={form.facts}
          onChange={(facts) => set({ facts })}
          error={wrongFact(field)}
        />
      ))}
      {failure && <p className="error">{describeFailure(t, failure)}</p>}
      <p className="acts">
        <Button look="bare" keys="Esc" onPress={onClose}>
          {t('people.leave')}
        </Button>
        <Button look="do" type="submit" keys="Ctrl Enter" busy={sending}>
          {t('people.save')}
        </Button>
      </p>
    </form>
  )
}
