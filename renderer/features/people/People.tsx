import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { ROUTES } from '../../office'
import { Name, describeState } from '../../components'
import { EmptyState, Field, PageHead, TableScroll } from '../../ui'
import { useFindPeople, type FoundPerson } from './use-find-people'

/** The page '#/people': no one is listed; people are found by searching (L6). */
export function People() {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const found = useFindPeople(typed)
  return (
    <main id="main" className="main" tabIndex={-1}>
      <PageHead
        title={t('people.title')}
        actions={
          <Link className="btn" href={ROUTES.staying}>
            {t('stay.title')}
          </Link>
        }
      >
        {t('people.say')}
      </PageHead>
      <div className="find-row">
        <Field label={t('people.find')} type="search" value={typed} onChange={setTyped} autoFocus />
      </div>
      {found === undefined ? (
        <div className="states-pad">
          <EmptyState title={t('people.empty.title')}>{t('people.empty.text')}</EmptyState>
        </div>
      ) : (
        <>
          <p className="states-pad second" role="status">
            {t(found.more ? 'people.foundMore' : 'people.found', { count: found.people.length })}
          </p>
          {found.people.length > 0 && <FoundPeople found={found.people} />}
        </>
      )}
    </main>
  )
}

function FoundPeople({ found }: { readonly found: readonly FoundPerson[] }) {
  const { t } = useTranslation()
  return (
    <TableScroll label={t('people.title')}>
      <table className="tbl plain-tbl">
        <thead>
          <tr>
            {(['who', 'newest', 'from', 'state'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`people.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.map((one) => (
            <tr key={one.personId}>
              <th scope="row">
                <Link href={ROUTES.person(one.personId)}>
                  <Name>{one.label}</Name>
                </Link>
              </th>
              <td>{one.number === null ? t('people.noRecord') : t('handoffState.number', { number: one.number })}</td>
              <td>
                <bdi dir="auto">{one.from}</bdi>
              </td>
              <td>{one.state && describeState(t, one.state)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
