import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useSearchParams } from 'wouter'
import type { PersonView } from '#shared/contract/person/person'
import type { PersonId } from '#shared/domain/core/ids'
import { formatDay } from '#shared/domain/core/wording'
import { describeFailure, ROUTES, useMinute, useOffice, useZone } from '../../office'
import { Name } from '../../components'
import { Button, EmptyState, HoldToShow, Icon, Loading, useCommands } from '../../ui'
import { PersonHandoffs } from './PersonHandoffs'
import { PersonDetails } from './PersonDetails'
import { MergedRecords } from './MergedRecords'
import { PersonTimeline } from './PersonTimeline'
import { CompareRecords } from './CompareRecords'
import css from './people.module.css'

interface Props {
  readonly personId: string
  /** Who may see the person (I3); the frame passes it in, because it belongs to the records. */
  readonly access: (personId: PersonId) => ReactNode
  /** The person's story and what they withhold (M5). */
  readonly privateWords: (personId: PersonId) => ReactNode
}

/** The page '#/people/<id>', with '?merge=<id>' for comparing two people. */
export function PersonPage({ personId, access, privateWords }: Props) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const [search] = useSearchParams()
  const other = search.get('merge')
  const { value: person, failure } = useOffice('person.read', { personId })
  if (person && other !== null) return <CompareRecords key={`${person.personId} ${other}`} person={person} otherId={other} />
  if (person)
    return (
      <LoadedPersonPage
        key={person.personId}
        person={person}
        access={access(person.personId)}
        privateWords={privateWords(person.personId)}
      />
    )
  return (
    <main id="main" className="main states" tabIndex={-1}>
      <h1 className="hidden">{t('people.title')}</h1>
      {failure ? (
        <EmptyState title={describeFailure(t, failure)} action={<Button onPress={() => go(ROUTES.people)}>{t('people.back')}</Button>} />
      ) : (
        <Loading>{t('people.loading')}</Loading>
      )}
    </main>
  )
}

function LoadedPersonPage({
  person,
  access,
  privateWords,
}: {
  readonly person: PersonView
  readonly access: ReactNode
  readonly privateWords: ReactNode
}) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const now = useMinute()
  const zone = useZone()
  useCommands([{ id: 'people-back', label: t('people.back'), keys: 'Esc', run: () => go(ROUTES.people) }])
  return (
    <main id="main" className={`main ${css.page}`} tabIndex={-1}>
      <article className={css.main} aria-labelledby="her">
        <header className={css.head}>
          <PersonHead person={person} />
          <Link className="btn bare" href={ROUTES.people}>
            {t('people.back')}
          </Link>
          <p className="second">{t('people.inBook', { day: formatDay(person.addedAt, now, zone) })}</p>
        </header>
        {person.stoppedAt !== null && (
          <p className={css.mark}>
            <Icon name="stop" />
            {t('people.stopped')}
          </p>
        )}
        <PersonHandoffs person={person} />
        {privateWords}
        <PersonTimeline person={person} />
      </article>
      <aside className={css.side} aria-label={t('people.known')}>
        <PersonDetails person={person} />
        <section aria-labelledby="reach">
          <h2 id="reach">{t('people.plan')}</h2>
          <p className="second">{t('people.planSay')}</p>
          <p className="acts">
            <Link className="btn" href={ROUTES.plan(person.personId)}>
              {t('people.openPlan')}
            </Link>
          </p>
        </section>
        <section aria-labelledby="releases">
          <h2 id="releases">{t('releases.section')}</h2>
          <p className="second">{t('releases.sectionSay')}</p>
          <p className="acts">
            <Link className="btn" href={ROUTES.releases(person.personId)}>
              {t('releases.open')}
            </Link>
          </p>
        </section>
        {access}
        <MergedRecords person={person} />
      </aside>
    </main>
  )
}

/** Initials or alias; the name and its spellings only while held (L6). */
function PersonHead({ person }: { readonly person: PersonView }) {
  const { t } = useTranslation()
  const [held, setHeld] = useState(false)
  const names = useOffice('person.names', { personId: person.personId }, { enabled: held }).value
  return (
    <>
      <h1 id="her">
        {held && names ? (
          <bdi dir="auto">{[names.name, names.alias, ...names.spellings].filter(Boolean).join(', ')}</bdi>
        ) : (
          <Name>{person.label}</Name>
        )}
      </h1>
      {person.pronoun && <span className="muted">{person.pronoun}</span>}
      {person.restricted && (
        <span className={css.mark}>
          <Icon name="lock" />
          {t('access.mark')}
        </span>
      )}
      <HoldToShow label={t('people.holdName')} onHold={setHeld} />
    </>
  )
}
