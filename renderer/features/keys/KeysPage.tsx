import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract/index'
import type { Failure } from '#shared/contract/call'
import { formatNumberWord } from '#shared/domain/core/wording'
import { callOffice, FailureLine, describeFailure, useCall, useOffice } from '../../office'
import { announce, Button, EmptyState, FormPage, FormPageHead, FormPageRow, Loading, PageHead, RuleItem, RuleList } from '../../ui'
import { NewRecoveryWords } from './NewRecoveryWords'

/** The page '#/settings/keys': what opens the database, a new key, and new recovery words (K1, K2, D3). */
export function KeysPage() {
  const { t } = useTranslation()
  const { value, failure } = useOffice('keys.read', {})
  // Shown once and kept only in this state.
  const [words, setWords] = useState<readonly string[] | null>(null)
  const [made, setMade] = useState(false)
  if (words)
    return (
      <NewRecoveryWords
        words={words}
        onClose={(saved) => {
          setWords(null)
          setMade(saved)
        }}
      />
    )
  if (!value)
    return (
      <div className="states-pad">
        <h1 className="hidden">{t('keys.title')}</h1>
        {failure ? <EmptyState title={describeFailure(t, failure)} /> : <Loading>{t('keys.loading')}</Loading>}
      </div>
    )
  return (
    <>
      <PageHead title={t('keys.title')}>{t('keys.say')}</PageHead>
      <FormPage>
        <KeySlots keys={value} />
        <ChangeKey />
        <RecoveryWordsPart made={made} onMade={setWords} />
      </FormPage>
    </>
  )
}

function KeySlots({ keys }: { readonly keys: Output<'keys.read'> }) {
  const { t } = useTranslation()
  const said = (count: number) => ({ count, capital: formatNumberWord(count, true) })
  return (
    <section aria-label={t('keys.opens')}>
      <FormPageHead margin={t('keys.opensMargin')}>{t('keys.opens')}</FormPageHead>
      <FormPageRow label="">
        <RuleList>
          <RuleItem icon="people">{t('keys.directors', said(keys.directors))}</RuleItem>
          <RuleItem icon="people">{keys.staff === 0 ? t('keys.staff_none') : t('keys.staff', said(keys.staff))}</RuleItem>
          <RuleItem icon={keys.recovery ? 'note' : 'ask'}>{t(keys.recovery ? 'keys.recovery' : 'keys.noRecovery')}</RuleItem>
        </RuleList>
        <p className="second">{t('keys.generation', { count: keys.generation })}</p>
        {keys.waiting > 0 && (
          <p className="second">{t('keys.waiting', { count: keys.waiting, word: formatNumberWord(keys.waiting, true) })}</p>
        )}
        {keys.directors === 1 && <p className="second">{t('keys.oneDirector')}</p>}
      </FormPageRow>
    </section>
  )
}

function ChangeKey() {
  const { t } = useTranslation()
  const { send, sending } = useCall('keys.rotate')
  const [changed, setChanged] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const change = async () => {
    setChanged(false)
    const answer = await send({})
    setFailure(answer.ok ? null : answer.failure)
    setChanged(answer.ok)
    if (answer.ok) announce(t('keys.changed'))
  }
  return (
    <section aria-label={t('keys.changeHead')}>
      <FormPageHead margin={t('keys.changeMargin')}>{t('keys.changeHead')}</FormPageHead>
      <FormPageRow label="">
        <p>{t('keys.changeSay')}</p>
        <p className="second">{t('keys.changeWait')}</p>
        <p className="acts flush">
          <Button busy={sending} onPress={() => void change()}>
            {sending ? t('keys.changing') : t('keys.change')}
          </Button>
          {changed && (
            <span className="second" role="status">
              {t('keys.changed')}
            </span>
          )}
        </p>
        <FailureLine failure={failure} />
      </FormPageRow>
    </section>
  )
}

function RecoveryWordsPart({ made, onMade }: { readonly made: boolean; readonly onMade: (words: readonly string[]) => void }) {
  const { t } = useTranslation()
  const [making, setMaking] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const make = async () => {
    setMaking(true)
    // Called directly, because these words must not be in the query cache (K2).
    const answer = await callOffice('keys.createRecoveryWords', {})
    setMaking(false)
    if (answer.ok) onMade(answer.value.words)
    else setFailure(answer.failure)
  }
  return (
    <section aria-label={t('keys.wordsHead')}>
      <FormPageHead margin={t('keys.wordsMargin')}>{t('keys.wordsHead')}</FormPageHead>
      <FormPageRow label="">
        {made && <p role="status">{t('keys.made')}</p>}
        <p>{t('keys.wordsSay')}</p>
        <p className="acts flush">
          <Button busy={making} onPress={() => void make()}>
            {making ? t('keys.making') : t('keys.words')}
          </Button>
        </p>
        <FailureLine failure={failure} />
      </FormPageRow>
    </section>
  )
}
