import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useSearchParams } from 'wouter'
import type { PersonView } from '#shared/contract/people'
import type { PersonId } from '#shared/domain/ids'
import { dayOf } from '#shared/domain/wording'
import { failureWords, PLACES, useMinute, useOffice, useZone } from '../../office'
import { Button, Empty, Hold, Icon, Loading, Name, useCommands } from '../../ui'
import { Hers } from './Hers'
import { Known } from './Known'
import { Merges } from './Merges'
import { Story } from './Story'
import { Together } from './Together'
import css from './people.module.css'

interface Props {
  readonly personId: string
  /** I3: who may see her; the frame puts it in, because it belongs to the records. */
  readonly access: (personId: PersonId) => ReactNode
  /** M5: her story and what she keeps back. */
  readonly kept: (personId: PersonId) => ReactNode
}

/** '#/people/<id>', with '?merge=<id>' for looking at two of them together. */
export function PersonPage({ personId, access, kept }: Props) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const [search] = useSearchParams()
  const other = search.get('merge')
  const { value: her, failure } = useOffice('person.read', { personId })
  if (her && other !== null) return <Together key={`${her.personId} ${other}`} her={her} otherId={other} />
  if (her) return <Page key={her.personId} her={her} access={access(her.personId)} kept={kept(her.personId)} />
  return (
    <main id="main" className="main states" tabIndex={-1}>
      <h1 className="hidden">{t('people.title')}</h1>
      {failure ? (
        <Empty title={failureWords(t, failure)} act={<Button onPress={() => go(PLACES.people)}>{t('people.back')}</Button>} />
      ) : (
        <Loading>{t('people.loading')}</Loading>
      )}
    </main>
  )
}

function Page({ her, access, kept }: { readonly her: PersonView; readonly access: ReactNode; readonly kept: ReactNode }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const now = useMinute()
  const zone = useZone()
  useCommands([{ id: 'people-back', label: t('people.back'), keys: 'Esc', run: () => go(PLACES.people) }])
  return (
    <main id="main" className={`main ${css.page}`} tabIndex={-1}>
      <article className={css.main} aria-labelledby="her">
        <header className={css.head}>
          <HeldHead her={her} />
          <Link className="btn bare" href={PLACES.people}>
            {t('people.back')}
          </Link>
          <p className="second">{t('people.inBook', { day: dayOf(her.addedAt, now, zone) })}</p>
        </header>
        {her.stoppedAt !== null && (
          <p className={css.mark}>
            <Icon name="stop" />
            {t('people.stopped')}
          </p>
        )}
        <Hers her={her} />
        {kept}
        <Story her={her} />
      </article>
      <aside className={css.side} aria-label={t('people.known')}>
        <Known her={her} />
        <section aria-labelledby="reach">
          <h2 id="reach">{t('people.plan')}</h2>
          <p className="second">{t('people.planSay')}</p>
          <p className="acts">
            <Link className="btn" href={PLACES.plan(her.personId)}>
              {t('people.openPlan')}
            </Link>
          </p>
        </section>
        <section aria-labelledby="releases">
          <h2 id="releases">{t('releases.section')}</h2>
          <p className="second">{t('releases.sectionSay')}</p>
          <p className="acts">
            <Link className="btn" href={PLACES.releases(her.personId)}>
              {t('releases.open')}
            </Link>
          </p>
        </section>
        {access}
        <Merges her={her} />
      </aside>
    </main>
  )
}

/** L6: initials or alias; the name and how else it is written only while held. */
function HeldHead({ her }: { readonly her: PersonView }) {
  const { t } = useTranslation()
  const [held, setHeld] = useState(false)
  const names = useOffice('person.names', { personId: her.personId }, { enabled: held }).value
  return (
    <>
      <h1 id="her">
        {held && names ? (
          <bdi dir="auto">{[names.name, names.alias, ...names.spellings].filter(Boolean).join(', ')}</bdi>
        ) : (
          <Name>{her.label}</Name>
        )}
      </h1>
      {her.pronoun && <span className="muted">{her.pronoun}</span>}
      {her.restricted && (
        <span className={css.mark}>
          <Icon name="lock" />
          {t('access.mark')}
        </span>
      )}
      <Hold label={t('people.holdName')} onHold={setHeld} />
    </>
  )
}
