import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/entry'
import type { PersonView } from '#shared/contract/people'
import { FACT_FIELDS, type FactField as FactName } from '#shared/domain/person-facts'
import { failureWords, fieldWords, useCall, useFields, useOffice } from '../../office'
import {
  announce,
  Button,
  Fact,
  FactField,
  Facts,
  factsTyped,
  factsWrong,
  factWords,
  Field,
  Loading,
  Name,
  Said,
  toFirstWrong,
  typedFacts,
  useCommands,
} from '../../ui'
import css from './people.module.css'

/** Section 3, 14: who she is, as little as is known. What nobody said stays "not known". */
export function Known({ her }: { readonly her: PersonView }) {
  const { t } = useTranslation()
  const fields = useFields()
  const [changing, setChanging] = useState(false)
  useCommands(changing ? [] : [{ id: 'change-person', label: t('people.change'), keys: 'E', run: () => setChanging(true) }])
  return (
    <section aria-labelledby="known">
      <h2 id="known">{t('people.known')}</h2>
      {changing ? (
        <Change her={her} onClose={() => setChanging(false)} />
      ) : (
        <>
          <Facts>
            {(['alias', 'initials', 'pronoun'] as const).map((field) => (
              <Fact key={field} label={t(`people.${field}`)}>
                {her[field] ? <Name>{her[field]}</Name> : <span className="muted">{t('people.unknown')}</span>}
              </Fact>
            ))}
            <Fact label={t('people.spellings')}>{t('people.spellingsCount', { count: her.spellings })}</Fact>
            {FACT_FIELDS.filter((field) => !fields.hidden(field)).map((field) => (
              <Fact key={field} label={fields.label(field, t(`fields.name.${field}`))}>
                <FactValue her={her} field={field} />
              </Fact>
            ))}
          </Facts>
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
export function FactValue({ her: { facts }, field }: { readonly her: Pick<PersonView, 'facts'>; readonly field: FactName }) {
  const { t } = useTranslation()
  const words = factWords(t, facts, field)
  if (words === null) return <span className="muted">{t('facts.notAsked')}</span>
  // Only what she calls herself is in her own words; the rest is our note of what she says.
  return field === 'groups' && facts.groups?.kind === 'told' ? <Said>{words}</Said> : <bdi dir="auto">{words}</bdi>
}

/** The spellings are like her name: they are read by a call of their own, when they are to be changed. */
function Change({ her, onClose }: { readonly her: PersonView; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const names = useOffice('person.names', { personId: her.personId }).value
  return names ? <Form her={her} spellings={names.spellings} onClose={onClose} /> : <Loading>{t('people.loading')}</Loading>
}

function Form({
  her,
  spellings: known,
  onClose,
}: {
  readonly her: PersonView
  readonly spellings: readonly string[]
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { send, sending } = useCall('person.save')
  const fields = useFields()
  const [form, setForm] = useState({
    alias: her.alias,
    initials: her.initials,
    pronoun: her.pronoun,
    spellings: known.join('\n'),
    facts: typedFacts(her.facts),
  })
  const [checked, setChecked] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const set = (part: Partial<typeof form>) => {
    setForm({ ...form, ...part })
    setFailure(null)
  }
  const amiss = factsWrong(form.facts)
  const wrongFact = (field: FactName): string | undefined => {
    const found = checked ? amiss[field] : undefined
    return found ? t(`facts.wrong.${found.says}`, { ...found }) : fieldWords(t, failure, `facts.${field}`)
  }
  const save = async () => {
    setChecked(true)
    if (Object.keys(amiss).length > 0) return toFirstWrong()
    const spellings = form.spellings
      .split('\n')
      .map((one) => one.trim())
      .filter(Boolean)
    const { alias, initials, pronoun } = form
    const answer = await send({ personId: her.personId, alias, initials, pronoun, spellings, facts: factsTyped(form.facts) })
    if (!answer.ok) {
      setFailure(answer.failure)
      return toFirstWrong()
    }
    announce(t('people.saved'))
    return onClose()
  }
  useCommands([
    { id: 'save-person', label: t('people.save'), keys: 'Ctrl Enter', run: () => void save() },
    { id: 'leave-person', label: t('people.leave'), keys: 'Esc', run: onClose },
  ])
  const wrongSpellings = fieldWords(t, failure, 'spellings') && t('people.tooMany')
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
        error={fieldWords(t, failure, 'alias')}
        autoFocus
      />
      <Field
        label={t('people.initials')}
        hint={t('people.initialsHint')}
        value={form.initials}
        onChange={(initials) => set({ initials })}
        error={fieldWords(t, failure, 'initials')}
      />
      <Field
        label={t('people.pronoun')}
        hint={t('people.pronounHint')}
        value={form.pronoun}
        onChange={(pronoun) => set({ pronoun })}
        error={fieldWords(t, failure, 'pronoun')}
      />
      <Field
        label={t('people.spellings')}
        hint={t('people.spellingsHint')}
        rows={3}
        value={form.spellings}
        onChange={(spellings) => set({ spellings })}
        error={wrongSpellings}
      />
      {FACT_FIELDS.filter((field) => !fields.hidden(field)).map((field) => (
        <FactField
          key={field}
          field={field}
          label={fields.label(field, t(`fields.name.${field}`))}
          facts={form.facts}
          onChange={(facts) => set({ facts })}
          error={wrongFact(field)}
        />
      ))}
      {failure && <p className="error">{failureWords(t, failure)}</p>}
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
