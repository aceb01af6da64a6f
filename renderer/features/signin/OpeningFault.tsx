import { useTranslation } from 'react-i18next'
import type { OfficeState } from '#shared/contract/office/session'
import { Button } from '../../ui'
import { LockClock } from './LockClock'

/** The database cannot be opened: what happened, what is safe, what to do next. */
export function OpeningFault({ fault, onAgain }: { readonly fault: NonNullable<OfficeState['fault']>; readonly onAgain: () => void }) {
  const { t } = useTranslation()
  return (
    <main id="main" className="lock">
      <header>
        <LockClock />
      </header>
      <section aria-labelledby="what" className="fault">
        <p className="is-overdue">{t('signin.fault.label')}</p>
        <h1 id="what">{t(`signin.fault.${fault}.what`)}</h1>
        <dl className="words">
          <dt>{t('signin.fault.whatIsSafe')}</dt>
          <dd>{t(`signin.fault.${fault}.safe`)}</dd>
          <dt>{t('signin.fault.whatNow')}</dt>
          <dd>{t(`signin.fault.${fault}.now`)}</dd>
        </dl>
        <p className="acts">
          <Button size="tall" look="do" onPress={onAgain}>
            {t(fault === 'keyring_older' ? 'signin.fault.signIn' : 'signin.fault.again')}
          </Button>
        </p>
      </section>
    </main>
  )
}
