import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import type { Output } from '#shared/contract/index'
import type { PersonId, ReleaseId } from '#shared/domain/core/ids'
import { describeFailure, readNow, ROUTES, useOffice, useZone } from '../../office'
import { Button, EmptyState, Loading } from '../../ui'
import { createEmptyReleaseForm, toReleaseForm } from './release-form'
import { ReleaseList } from './ReleaseList'
import { ReleaseForm } from './ReleaseForm'
import { SignedRelease } from './SignedRelease'

/** What stands in the address for a new one. */
const NEW = 'new'

/** '#/people/<id>/releases/<id>': one of her releases beside all of them. Without one the first; where there is none, a new one. */
export function ReleasesPage() {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const params = useParams<{ personId: string; id?: string }>()
  const personId = params.personId as PersonId
  const { value: list, failure } = useOffice('release.list', { personId })
  const chosen = params.id ?? list?.releases[0]?.id ?? NEW
  if (!list)
    return (
      <main id="main" className="main states" tabIndex={-1}>
        <h1 className="hidden">{t('releases.hers')}</h1>
        {failure ? (
          <EmptyState title={describeFailure(t, failure)} action={<Button onPress={() => go(ROUTES.people)}>{t('people.back')}</Button>} />
        ) : (
          <Loading>{t('releases.loading')}</Loading>
        )}
      </main>
    )
  return (
    <main id="main" className="main leaf-split" tabIndex={-1}>
      {chosen === NEW ? (
        <NewRelease key={personId} personId={personId} list={list} />
      ) : (
        <ReleaseLoader key={chosen} id={chosen as ReleaseId} personId={personId} list={list} />
      )}
      <ReleaseList personId={personId} list={list} open={chosen === NEW ? null : (chosen as ReleaseId)} />
    </main>
  )
}

interface Props {
  readonly personId: PersonId
  readonly list: Output<'release.list'>
}

function NewRelease({ personId, list }: Props) {
  const zone = useZone()
  return <ReleaseForm personId={personId} list={list} id={null} initial={createEmptyReleaseForm(list.proposed, readNow(), zone)} />
}

function ReleaseLoader({ id, personId, list }: Props & { readonly id: ReleaseId }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const zone = useZone()
  const { value: release, failure } = useOffice('release.read', { id })
  if (release?.state === 'unsigned' && release.revoked === null)
    return <ReleaseForm personId={personId} list={list} id={id} initial={toReleaseForm(release, readNow(), zone)} />
  if (release) return <SignedRelease release={release} />
  return (
    <div className="leaf-page">
      <h1 className="hidden">{t('releases.hers')}</h1>
      {failure ? (
        <EmptyState
          title={describeFailure(t, failure)}
          action={<Button onPress={() => go(ROUTES.releases(personId))}>{t('releases.open')}</Button>}
        />
      ) : (
        <Loading>{t('releases.loading')}</Loading>
      )}
    </div>
  )
}
