import { useParams } from 'wouter'
import type { PersonId } from '#shared/domain/core/ids'
import { ApprovedStory } from '../features/private-words/ApprovedStory'
import { PrivateWords } from '../features/private-words/PrivateWords'
import { People } from '../features/people/People'
import { PersonPage } from '../features/people/PersonPage'
import { AccessPanel } from '../features/record/access/Access'
import { PersonStay } from '../features/stay/PersonStay'

const PrivateWordsBlock = ({ personId }: { readonly personId: PersonId }) => (
  <>
    <ApprovedStory personId={personId} />
    <PrivateWords personId={personId} />
  </>
)

/** The routes '#/people' and '#/people/<id>'. Features do not import each other, so what other features contribute is passed in here. */
export function PeopleRoute() {
  const { personId } = useParams<{ personId?: string }>()
  return personId === undefined ? (
    <People />
  ) : (
    <PersonPage
      personId={personId}
      access={(id) => (
        <>
          <PersonStay personId={id} />
          <AccessPanel personId={id} />
        </>
      )}
      privateWords={(id) => <PrivateWordsBlock personId={id} />}
    />
  )
}
