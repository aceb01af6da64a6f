import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { ROUTES, useMinute, useOffice, useOfficeState, useZone } from '../../office'
import { describeStaffName } from '../../components'
import { Button, FormPage, FormPageHead, FormPageRow, PageHead } from '../../ui'
import { MyPassphrase } from './MyPassphrase'
import { MyPin } from './MyPin'

/** The page '#/settings/me': the worker's own passphrase and PIN (K3, L3), and absence (H4). Nothing typed here is a draft. */
export function MyAccount() {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const now = useMinute()
  const zone = useZone()
  const signedIn = useOfficeState()?.me
  const hasPin = signedIn?.pin ?? false
  const me = useOffice('staff.list', {}).value?.find(({ id }) => id === signedIn?.id)
  return (
    <>
      <PageHead title={t('mine.title')}>{t('mine.say')}</PageHead>
      <FormPage>
        <MyPin hasPin={hasPin} />
        <MyPassphrase />
        <section aria-label={t('away.head')}>
          <FormPageHead margin={t('away.margin')}>{t('away.head')}</FormPageHead>
          <FormPageRow label="">
            <p className="second">{me?.away ? describeStaffName(t, me, now, zone) : t('away.sayMine')}</p>
            <p className="acts flush">
              <Button onPress={() => go(`${ROUTES.myAccount}/away`)}>{t('away.openMine')}</Button>
            </p>
          </FormPageRow>
        </section>
      </FormPage>
    </>
  )
}
