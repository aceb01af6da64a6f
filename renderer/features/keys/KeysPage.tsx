import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract/index'
import type { Failure } from '#shared/contract/entry'
import { numberWord } from '#shared/domain/wording'
import { call, FailureLine, failureWords, useCall, useOffice } from '../../office'
import { announce, Button, Empty, Leaf, LeafHead, LeafRow, Loading, PageHead, Rule, Rules } from '../../ui'
import { NewWords } from './NewWords'

/** '#/settings/keys': what opens the book, a new key, and new recovery words (K1, K2, D3). */
export function KeysPage() {
  const { t } = useTranslation()
  const { value, failure } = useOffice('keys.read', {})
  // Shown once, and in no store of the window: with this state they are gone.
  const [words, setWords] = useState<readonly string[] | null>(null)
  const [made, setMade] = useState(false)
  if (words)
    return (
      <NewWords
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
        {failure ? <Empty title={failureWords(t, failure)} /> : <Loading>{t('keys.loading')}</Loading>}
      </div>
    )
  return (
    <>
      <PageHead title={t('keys.title')}>{t('keys.say')}</PageHead>
      <Leaf>
        <Opens keys={value} />
        <Change />
        <Words made={made} onMade={setWords} />
      </Leaf>
    </>
  )
}

function Opens({ keys }: { readonly keys: Output<'keys.read'> }) {
  const { t } = useTranslation()
  const said = (count: number) => ({ count, capital: numberWord(count, true) })
  return (
    <section aria-label={t('keys.opens')}>
      <LeafHead margin={t('keys.opensMargin')}>{t('keys.opens')}</LeafHead>
      <LeafRow label="">
        <Rules>
          <Rule icon="people">{t('keys.directors', said(keys.directors))}</Rule>
          <Rule icon="people">{keys.staff === 0 ? t('keys.staff_none') : t('keys.staff', said(keys.staff))}</Rule>
          <Rule icon={keys.recovery ? 'note' : 'ask'}>{t(keys.recovery ? 'keys.recovery' : 'keys.noRecovery')}</Rule>
        </Rules>
        <p className="second">{t('keys.generation', { count: keys.generation })}</p>
        {keys.waiting > 0 && <p className="second">{t('keys.waiting', { count: keys.waiting, word: numberWord(keys.waiting, true) })}</p>}
        {keys.directors === 1 && <p className="second">{t('keys.oneDirector')}</p>}
      </LeafRow>
    </section>
  )
}

function Change() {
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
      <LeafHead margin={t('keys.changeMargin')}>{t('keys.changeHead')}</LeafHead>
      <LeafRow label="">
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
      </LeafRow>
    </section>
  )
}

function Words({ made, onMade }: { readonly made: boolean; readonly onMade: (words: readonly string[]) => void }) {
  const { t } = useTranslation()
  const [making, setMaking] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const make = async () => {
    setMaking(true)
    // Not through what screens keep of their reading: these words are in no store (K2).
    const answer = await call('keys.words', {})
    setMaking(false)
    if (answer.ok) onMade(answer.value.words)
    else setFailure(answer.failure)
  }
  return (
    <section aria-label={t('keys.wordsHead')}>
      <LeafHead margin={t('keys.wordsMargin')}>{t('keys.wordsHead')}</LeafHead>
      <LeafRow label="">
        {made && <p role="status">{t('keys.made')}</p>}
        <p>{t('keys.wordsSay')}</p>
        <p className="acts flush">
          <Button busy={making} onPress={() => void make()}>
            {making ? t('keys.making') : t('keys.words')}
          </Button>
        </p>
        <FailureLine failure={failure} />
      </LeafRow>
    </section>
  )
}
