import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Failure } from '#shared/contract/entry'
import type { PersonView } from '#shared/contract/people'
import type { PersonId } from '#shared/domain/ids'
import { FACT_FIELDS } from '#shared/domain/person-facts'
import { dayOf } from '#shared/domain/wording'
import { failureWords, PLACES, useCall, useFields, useMinute, useOffice, useZone } from '../../office'
import {
  announce,
  Button,
  Choices,
  Empty,
  Fact,
  Facts,
  Field,
  Hold,
  Icon,
  Loading,
  Name,
  PageHead,
  stateWords,
  toFirstWrong,
  useCommands,
} from '../../ui'
import { FactValue } from './Known'
import css from './people.module.css'

/** Both are shown before two records are made one; which one stays, and how somebody knows. */
export function Together({ her, otherId }: { readonly her: PersonView; readonly otherId: string }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const { value: other, failure } = useOffice('person.read', { personId: otherId })
  const same = other?.personId === her.personId
  if (other && !same) return <Both one={her} other={other} />
  return (
    <main id="main" className="main states" tabIndex={-1}>
      <h1 className="hidden">{t('people.merge.page')}</h1>
      {failure || same ? (
        <Empty
          title={failure ? failureWords(t, failure) : t('failure.refused.same_person')}
          act={<Button onPress={() => go(PLACES.person(her.personId))}>{t('people.leave')}</Button>}
        />
      ) : (
        <Loading>{t('people.loading')}</Loading>
      )}
    </main>
  )
}

function Both({ one, other }: { readonly one: PersonView; readonly other: PersonView }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const now = useMinute()
  const zone = useZone()
  const { send, sending } = useCall('person.merge')
  // The record that has been there longer is known to more people.
  const [stays, setStays] = useState<PersonId>(other.addedAt < one.addedAt ? other.personId : one.personId)
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [checked, setChecked] = useState(false)
  const leave = () => go(PLACES.person(one.personId))
  const join = async () => {
    setChecked(true)
    if (reason.trim() === '') return toFirstWrong()
    const gone = stays === one.personId ? other.personId : one.personId
    const answer = await send({ gone, stays, reason })
    if (!answer.ok) return setFailure(answer.failure)
    announce(t('people.merge.joined'))
    return go(PLACES.person(stays))
  }
  useCommands([
    { id: 'join', label: t('people.merge.join'), keys: 'Ctrl Enter', run: () => void join() },
    { id: 'leave-join', label: t('people.leave'), keys: 'Esc', run: leave },
  ])
  return (
    <main id="main" className="main" tabIndex={-1}>
      <form
        aria-labelledby="one-person"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void join()
        }}
      >
        <PageHead title={<span id="one-person">{t('people.merge.page')}</span>}>{t('people.merge.pageSay')}</PageHead>
        <div className={css.leaf}>
          <div className={css.both}>
            <Side her={one} label={t('people.merge.one')} stays={stays === one.personId} />
            <Side her={other} label={t('people.merge.other')} stays={stays === other.personId} />
          </div>
          <div className={css.stack}>
            <Choices
              label={t('people.merge.stays')}
              look="tight"
              value={stays}
              onChange={setStays}
              options={[one, other].map((her) => ({
                value: her.personId,
                label: <bdi>{t('people.merge.staysIs', { label: her.label, day: dayOf(her.addedAt, now, zone) })}</bdi>,
              }))}
            />
            <Field
              label={t('people.merge.reason')}
              hint={t('people.merge.reasonHint')}
              value={reason}
              onChange={(next) => {
                setReason(next)
                setFailure(null)
              }}
              error={checked && reason.trim() === '' ? t('people.merge.reasonNeeded') : undefined}
            />
            <ul className={css.lines}>
              {(['plan', 'stop', 'sight', 'told', 'links'] as const).map((line) => (
                <li key={line} className="second">
                  {t(`people.merge.follows.${line}`)}
                </li>
              ))}
            </ul>
            {failure && (
              <p className="error" role="alert">
                {whyNot(failure) ? t(`people.merge.cannotSee.${whyNot(failure)!}`) : failureWords(t, failure)}
              </p>
            )}
            <p className="acts">
              <Button look="bare" keys="Esc" onPress={leave}>
                {t('people.leave')}
              </Button>
              <Button look="do" size="tall" keys="Ctrl Enter" type="submit" busy={sending}>
                {t('people.merge.join')}
              </Button>
            </p>
          </div>
        </div>
      </form>
    </main>
  )
}

const LOST = ['owner_not_named', 'owner_in_conflict', 'nobody_may_see_her'] as const
const whyNot = (failure: Failure): (typeof LOST)[number] | undefined =>
  failure.kind === 'refused' ? LOST.find((reason) => reason === failure.reason) : undefined

function Side({ her, label, stays }: { readonly her: PersonView; readonly label: string; readonly stays: boolean }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const fields = useFields()
  const [held, setHeld] = useState(false)
  const names = useOffice('person.names', { personId: her.personId }, { enabled: held }).value
  return (
    <section aria-label={label} data-stays={stays}>
      <h2>
        <Name>{held && names ? [names.name, names.alias, ...names.spellings].filter(Boolean).join(', ') : her.label}</Name>
      </h2>
      <Hold label={t('people.holdName')} onHold={setHeld} />
      <Facts>
        <Fact label={t('people.columns.who')}>{t('people.inBook', { day: dayOf(her.addedAt, now, zone) })}</Fact>
        <Fact label={t('people.alias')}>{her.alias || <span className="muted">{t('people.unknown')}</span>}</Fact>
        <Fact label={t('people.pronoun')}>{her.pronoun || <span className="muted">{t('people.unknown')}</span>}</Fact>
        {FACT_FIELDS.filter((field) => her.facts[field] !== null && !fields.hidden(field)).map((field) => (
          <Fact key={field} label={fields.label(field, t(`fields.name.${field}`))}>
            <FactValue her={her} field={field} />
          </Fact>
        ))}
        <Fact label={t('people.handoffs')}>
          {her.handoffs.length === 0
            ? t('people.none')
            : her.handoffs.map((one) => (
                <span key={one.id} className={css.lines}>
                  <span>
                    {t('standing.number', { number: one.number })}. {stateWords(t, one.state)}. <bdi dir="auto">{one.from}</bdi>
                  </span>
                </span>
              ))}
        </Fact>
      </Facts>
      {her.stoppedAt !== null && (
        <p className={css.mark}>
          <Icon name="stop" />
          {t('people.stopped')}
        </p>
      )}
      {her.restricted && (
        <p className={css.mark}>
          <Icon name="lock" />
          {t('access.mark')}
        </p>
      )}
    </section>
  )
}
