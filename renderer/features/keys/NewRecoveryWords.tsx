import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import { FailureLine, useCall } from '../../office'
import { normalizeWord, Button, joinWithAnd, PageHead, checkRecoveryWords, pickThreePositions, RecoveryWords, useCommands } from '../../ui'

/** Twelve new words on paper, three typed back, as in set-up; then the old ones are invalid (K2). */
export function NewRecoveryWords({ words, onClose }: { readonly words: readonly string[]; readonly onClose: (saved: boolean) => void }) {
  const { t } = useTranslation()
  const [places] = useState(pickThreePositions)
  const [typed, setTyped] = useState<readonly string[]>(['', '', ''])
  const [failure, setFailure] = useState<Failure | null>(null)
  const { send, sending } = useCall('keys.confirmRecoveryWords')
  const right = checkRecoveryWords(typed, places, words)
  const toCome = places.filter((_, index) => !right[index])
  useEffect(() => document.getElementById('main')?.focus(), [])
  const finish = async () => {
    if (toCome.length > 0 || sending) return
    const answer = await send({ typedBack: places.map((position, index) => ({ position, word: normalizeWord(typed[index] ?? '') })) })
    if (answer.ok) onClose(true)
    else setFailure(answer.failure)
  }
  const leave = () => onClose(false)
  useCommands([
    { id: 'finish-words', label: t('keys.new.finish'), keys: 'Ctrl Enter', run: () => void finish() },
    { id: 'leave-words', label: t('keys.new.leave'), keys: 'Esc', run: leave },
  ])
  return (
    <div className="new-words">
      <div className="no-print">
        <PageHead title={t('keys.new.title')}>{t('keys.new.say')}</PageHead>
      </div>
      <RecoveryWords words={words} positions={places} typedWords={typed} correctWords={right} onType={setTyped} />
      <div className="no-print">
        <p className="acts">
          <Button
            size="tall"
            look={toCome.length > 0 ? 'plain' : 'do'}
            keys="Ctrl Enter"
            busy={sending}
            onPress={() => void finish()}
            {...(toCome.length > 0 ? { whyId: 'to-come' } : {})}
          >
            {sending ? t('keys.new.finishing') : t('keys.new.finish')}
          </Button>
          <Button size="tall" keys="Esc" onPress={leave}>
            {t('keys.new.leave')}
          </Button>
        </p>
        {toCome.length > 0 && (
          <p className="why" id="to-come">
            {t('setup.words.toCome', { count: toCome.length, list: joinWithAnd(toCome, t('setup.words.and')) })}
          </p>
        )}
        <FailureLine failure={failure} />
      </div>
    </div>
  )
}
