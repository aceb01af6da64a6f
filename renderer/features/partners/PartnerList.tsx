import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { PartnerView } from '#shared/contract/office/partner'
import { formatNumberWord } from '#shared/domain/core/wording'
import { ROUTES } from '../../office'
import { Name } from '../../components'
import { Button, EmptyState, Field, PageHead, TableScroll, useCommands } from '../../ui'
import { describeStandardInForce } from './standard-words'
import { useFoldText } from './use-fold-text'

/** All partners by name; typing narrows the list, accents do not matter. */
export function PartnerList({ partners }: { readonly partners: readonly PartnerView[] }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const [typed, setTyped] = useState('')
  const fold = useFoldText()
  const add = () => go(`${ROUTES.partners}/new`)
  const ask = () => go(`${ROUTES.partners}/ask`)
  useCommands([
    { id: 'add-partner', label: t('partners.add'), keys: 'A', run: add },
    { id: 'ask', label: t('partners.ask.page'), keys: 'Q', run: ask },
  ])
  // Text that folds to nothing (marks of another script) is searched as written.
  const wanted = fold(typed) || typed.trim().toLocaleLowerCase()
  const matching = partners.filter(({ name }) => fold(name).includes(wanted) || name.toLocaleLowerCase().includes(wanted))
  const found = [...matching.filter(({ retired }) => !retired), ...matching.filter(({ retired }) => retired)]
  const offered = partners.filter(({ retired }) => !retired).length
  return (
    <main id="main" className="main" tabIndex={-1}>
      <PageHead
        title={t('partners.title')}
        actions={
          <>
            <Button keys="Q" onPress={ask}>
              {t('partners.ask.page')}
            </Button>
            <Button icon="plus" keys="A" onPress={add}>
              {t('partners.add')}
            </Button>
          </>
        }
      >
        {t('partners.say', { count: offered, capital: formatNumberWord(offered, true) })}
      </PageHead>
      {partners.length === 0 ? (
        <div className="states-pad">
          <EmptyState
            title={t('partners.none.title')}
            action={
              <Button look="do" onPress={add}>
                {t('partners.add')}
              </Button>
            }
          >
            {t('partners.none.text')}
          </EmptyState>
        </div>
      ) : (
        <>
          <div className="find-row">
            <Field label={t('partners.find')} type="search" value={typed} onChange={setTyped} />
          </div>
          <TableScroll label={t('partners.title')}>
            <table className="tbl plain-tbl">
              <thead>
                <tr>
                  <th scope="col">{t('partners.name')}</th>
                  <th scope="col">{t('partners.kind')}</th>
                  <th scope="col">{t('partners.standard')}</th>
                  <th scope="col">{t('partners.languages')}</th>
                  <th scope="col">{t('partners.helpsShort')}</th>
                  <th scope="col">{t('partners.open')}</th>
                </tr>
              </thead>
              <tbody>
                {found.map((partner) => (
                  <tr key={partner.id}>
                    <th scope="row">
                      <Link href={ROUTES.partner(partner.id)}>
                        <Name>{partner.name}</Name>
                      </Link>
                      {partner.retired && <span className="second"> {t('partners.retired')}</span>}
                      {partner.doNotRefer && <span className="second is-soon"> {t('partners.doNotReferShort')}</span>}
                    </th>
                    <td>{t(`word.partnerKind.${partner.kind}`)}</td>
                    <td>{describeStandardInForce(t, partner)}</td>
                    <td>
                      <bdi dir="auto">{partner.languages}</bdi>
                    </td>
                    <td>{t(partner.helpsNow ? 'partners.yes' : 'partners.no')}</td>
                    <td>{partner.openHandoffs}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
          {found.length === 0 && (
            <p className="states-pad muted" role="status">
              {t('partners.notFound')}
            </p>
          )}
        </>
      )}
    </main>
  )
}
