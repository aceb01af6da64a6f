import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Failure } from '#shared/contract/call'
import type { PersonView } from '#shared/contract/person/person'
import { ANSWER_FIELDS } from '#shared/domain/person/person-answers'
import { formatDay } from '#shared/domain/core/wording'
import { describeFailure, ROUTES, useCall, useForm, useFormFields, useMinute, useOffice, useZone } from '../../office'
import { FormButtons, FormDraftNote, Name, describeState } from '../../components'
import { Button, Choices, EmptyState, FactItem, FactList, Field, HoldToShow, Icon, Loading, PageHead } from '../../ui'
import { AnswerValue } from './PersonDetails'
import css from './people.module.css'

/** Shows both records before they are merged; which one stays, and how the worker knows. */
export function CompareRecords({ person, otherId }: { readonly person: PersonView; readonly otherId: string }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const { value: other, failure } = useOffice('person.read', { personId: otherId })
  const same = other?.personId === person.personId
  if (other && !same) return <ComparedRecords one={person} other={other} />
  return (
    <main id="main" className="main states" tabIndex={-1}>
      <h1 className="hidden">{t('people.merge.page')}</h1>
      {failure || same ? (
        <EmptyState
          title={failure ? describeFailure(t, failure) : t('failure.refused.same_person')}
          action={<Button onPress={() => go(ROUTES.person(person.personId))}>{t('people.leave')}</Button>}
        />
      ) : (
        <Loading>{t('people.loading')}</Loading>
      )}
    </main>
  )
}

function ComparedRecords({ one, other }: { readonly one: PersonView; readonly other: PersonView }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const now = useMinute()
  const zone = useZone()
  const { send } = useCall('person.merge')
  const form = useForm({
    id: 'merge-records',
    of: [one.personId, other.personId].toSorted().join(':'),
    initial: {
      // The record that has been there longer is known to more people.
      stays: other.addedAt < one.addedAt ? other.personId : one.personId,
      reason: '',
    },
    validate: ({ reason }) => ({ reason: reason.trim() === '' && t('people.merge.reasonNeeded') }),
    send: ({ stays, reason }) => send({ gone: stays === one.personId ? other.personId : one.personId, stays, reason }),
    describe: (failure) => {
      const refusal = findMergeRefusal(failure)
      return refusal ? t(`people.merge.cannotSee.${refusal}`) : undefined
    },
    announces: t('people.merge.joined'),
    onSent: (_, { stays }) => go(ROUTES.person(stays)),
    onClose: () => go(ROUTES.person(one.personId)),
    afterSend: 'clear',
    keys: { send: t('people.merge.join'), close: t('people.leave') },
  })
  const { stays, reason } = form.values
  if (!form.ready)
    return (
      <main id="main" className="main states" tabIndex={-1}>
        <Loading>{t('people.loading')}</Loading>
      </main>
    )
  return (
    <main id="main" className="main" tabIndex={-1}>
      <form aria-labelledby="one-person" {...form.props}>
        <PageHead title={<span id="one-person">{t('people.merge.page')}</span>}>{t('people.merge.pageSay')}</PageHead>
        <div className={css.formSheet}>
          <div className={css.both}>
            <RecordSide person={one} label={t('people.merge.one')} stays={stays === one.personId} />
            <RecordSide person={other} label={t('people.merge.other')} stays={stays === other.personId} />
          </div>
          <div className={css.stack}>
            <Choices
              label={t('people.merge.stays')}
              look="tight"
              value={stays}
              onChange={(next) => form.change({ stays: next })}
              options={[one, other].map((person) => ({
                value: person.personId,
                label: <bdi>{t('people.merge.staysIs', { label: person.label, day: formatDay(person.addedAt, now, zone) })}</bdi>,
              }))}
            />
            <Field
              label={t('people.merge.reason')}
              hint={t('people.merge.reasonHint')}
              value={reason}
              onChange={(next) => form.change({ reason: next })}
              error={form.error('reason')}
            />
            <ul className={css.lines}>
              {(['plan', 'stop', 'sight', 'told', 'links'] as const).map((line) => (
                <li key={line} className="second">
                  {t(`people.merge.follows.${line}`)}
                </li>
              ))}
            </ul>
            <FormButtons form={form} send={t('people.merge.join')} sendKeys="Ctrl Enter" cancel={t('people.leave')} size="tall" />
            <FormDraftNote form={form} />
          </div>
        </div>
      </form>
    </main>
  )
}

const MERGE_REFUSALS = ['owner_not_named', 'owner_in_conflict', 'nobody_may_see_her'] as const
const findMergeRefusal = (failure: Failure): (typeof MERGE_REFUSALS)[number] | undefined =>
  failure.kind === 'refused' ? MERGE_REFUSALS.find((reason) => reason === failure.reason) : undefined

function RecordSide({ person, label, stays }: { readonly person: PersonView; readonly label: string; readonly stays: boolean }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const fields = useFormFields()
  const [held, setHeld] = useState(false)
  const names = useOffice('person.names', { personId: person.personId }, { enabled: held }).value
  return (
    <section aria-label={label} data-stays={stays}>
      <h2>
        <Name>{held && names ? [names.name, names.alias, ...names.spellings].filter(Boolean).join(', ') : person.label}</Name>
      </h2>
      <HoldToShow label={t('people.holdName')} onHold={setHeld} />
      <FactList>
        <FactItem label={t('people.columns.who')}>{t('people.inBook', { day: formatDay(person.addedAt, now, zone) })}</FactItem>
        <FactItem label={t('people.alias')}>{person.alias || <span className="muted">{t('people.unknown')}</span>}</FactItem>
        <FactItem label={t('people.pronoun')}>{person.pronoun || <span className="muted">{t('people.unknown')}</span>}</FactItem>
        {ANSWER_FIELDS.filter((field) => person.facts[field] !== null && !fields.hidden(field)).map((field) => (
          <FactItem key={field} label={fields.label(field, t(`fields.name.${field}`))}>
            <AnswerValue person={person} field={field} />
          </FactItem>
        ))}
        <FactItem label={t('people.handoffs')}>
          {person.handoffs.length === 0
            ? t('people.none')
            : person.handoffs.map((one) => (
                <span key={one.id} className={css.lines}>
                  <span>
                    {t('handoffState.number', { number: one.number })}. {describeState(t, one.state)}. <bdi dir="auto">{one.from}</bdi>
                  </span>
                </span>
              ))}
        </FactItem>
      </FactList>
      {person.stoppedAt !== null && (
        <p className={css.mark}>
          <Icon name="stop" />
          {t('people.stopped')}
        </p>
      )}
      {person.restricted && (
        <p className={css.mark}>
          <Icon name="lock" />
          {t('access.mark')}
        </p>
      )}
    </section>
  )
}
