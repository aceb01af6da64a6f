import { useTranslation } from 'react-i18next'
import { useOfficeState } from '../../office'
import { Leaf, PageHead } from '../../ui'
import { MyPassphrase } from './MyPassphrase'
import { MyPin } from './MyPin'

/** '#/settings/me': her own passphrase and PIN (K3, L3). Nothing typed here is a draft. */
export function Mine() {
  const { t } = useTranslation()
  const hasPin = useOfficeState()?.me?.pin ?? false
  return (
    <>
      <PageHead title={t('mine.title')}>{t('mine.say')}</PageHead>
      <Leaf>
        <MyPin hasPin={hasPin} />
        <MyPassphrase />
      </Leaf>
    </>
  )
}
