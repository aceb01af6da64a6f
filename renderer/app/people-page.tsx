import { useParams } from 'wouter'
import type { PersonId } from '#shared/domain/ids'
import { HerStory } from '../features/kept/HerStory'
import { KeptBack } from '../features/kept/KeptBack'
import { People } from '../features/people/People'
import { PersonPage } from '../features/people/PersonPage'
import { Access } from '../features/record/Access'
import { HerStay } from '../features/stay/HerStay'

const Kept = ({ personId }: { readonly personId: PersonId }) => (
  <>
    <HerStory personId={personId} />
    <KeptBack personId={personId} />
  </>
)

/** '#/people' and '#/people/<id>'. Features do not know each other, so what belongs to others of them is put in here. */
export function PeoplePage() {
  const { personId } = useParams<{ personId?: string }>()
  return personId === undefined ? (
    <People />
  ) : (
    <PersonPage
      personId={personId}
      access={(id) => (
        <>
          <HerStay personId={id} />
          <Access personId={id} />
        </>
      )}
      kept={(id) => <Kept personId={id} />}
    />
  )
}
