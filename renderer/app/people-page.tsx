import { useParams } from 'wouter'
import { People } from '../features/people/People'
import { PersonPage } from '../features/people/PersonPage'
import { Access } from '../features/record/Access'

/** '#/people' and '#/people/<id>'. Who may see her is the record's panel: features do not know each other, so it is put in here. */
export function PeoplePage() {
  const { personId } = useParams<{ personId?: string }>()
  return personId === undefined ? <People /> : <PersonPage personId={personId} access={(id) => <Access personId={id} />} />
}
