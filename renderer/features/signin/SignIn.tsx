import { useTranslation } from 'react-i18next'
import { useState } from 'react'
import type { OfficeState } from '#shared/contract/office/session'
import { Button } from '../../ui'
import { LockClock } from './LockClock'
import { PassphraseForm } from './PassphraseForm'
import { RecoveryForm } from './RecoveryForm'
import { WorkerPicker } from './WorkerPicker'
import { NextDueTimes, WaitingCounts } from './WaitingCounts'

/** Screen lock (names, counts only) or closed database (a passphrase or the recovery words, nothing else). */
export function SignIn({ state, onSeal }: { readonly state: OfficeState; readonly onSeal: () => void }) {
  const { t } = useTranslation()
  const [recovering, setRecovering] = useState(false)
  const recover = () => setRecovering(true)
  return (
    <main id="main" className="lock">
      <header>
        <LockClock />
        {state.waiting && <WaitingCounts waiting={state.waiting} />}
        {state.stage === 'sealed' && state.nextDue && <NextDueTimes nextDue={state.nextDue} />}
        {state.stage === 'locked' && (
          <p className="acts seal">
            <Button look="bare" keys="Shift F9" onPress={onSeal}>
              {t('signin.seal')}
            </Button>
          </p>
        )}
      </header>
      {recovering ? (
        <RecoveryForm tryAgainAt={state.tryAgainAt} onBack={() => setRecovering(false)} />
      ) : state.stage === 'locked' && state.staff.length > 0 ? (
        <WorkerPicker state={state} onRecover={recover} />
      ) : (
        <section aria-labelledby="open">
          <h1 id="open">{t('signin.sealedTitle')}</h1>
          <div className="sheet-of-names">
            <div className="open one">
              <PassphraseForm staffId={null} label={t('signin.passphrase')} tryAgainAt={state.tryAgainAt} hint={t('signin.sealedSecond')} />
              <p className="acts">
                <Button look="bare" onPress={recover}>
                  {t('signin.haveWords')}
                </Button>
              </p>
            </div>
          </div>
        </section>
      )}
    </main>
  )
}
