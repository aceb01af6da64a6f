import { useTranslation } from 'react-i18next'
import { useCommands } from '../../ui'

/** The first start: one button to begin. */
export function FirstStart({ onSetUp }: { readonly onSetUp: () => void }) {
  const { t } = useTranslation()
  useCommands([{ id: 'set-up', label: t('start.office'), keys: '1', run: onSetUp }])
  return (
    <main id="main" className="lock first">
      <section className="lock-time" aria-label={t('start.about')}>
        <p className="app-name">
          <b>{t('frame.app')}</b>
        </p>
        <h1 className="hello">{t('start.hello')}</h1>
        <p className="muted">{t('start.what')}</p>
      </section>
      <section aria-labelledby="how">
        <h2 id="how" className="q">
          {t('start.question')}
        </h2>
        <ul className="sheet-of-names choices">
          <li className="open">
            <button type="button" autoFocus onClick={onSetUp}>
              <kbd aria-hidden="true">1</kbd>
              <span>
                <b>{t('start.office')}</b>
                <span className="second">{t('start.officeSecond')}</span>
              </span>
              <kbd aria-hidden="true">Enter</kbd>
            </button>
          </li>
        </ul>
      </section>
    </main>
  )
}
