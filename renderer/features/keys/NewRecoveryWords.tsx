import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall, useForm } from '../../office'
import { normalizeWord, FormFailure, joinWithAnd, checkRecoveryWords, pickThreePositions, RecoveryWords } from '../../components'
import { Button, PageHead, useCommands } from '../../ui'

const EMPTY: readonly string[] = ['', '', '']

/** Twelve new words on paper, three typed back, as in set-up; then the old ones are invalid (K2). */
export function NewRecoveryWords({ words, onClose }: { readonly words: readonly string[]; readonly onClose: (saved: boolean) => void }) {
  const { t } = useTranslation()
  const [places] = useState(pickThreePositions)
  const { send } = useCall('keys.confirmRecoveryWords')
  const form = useForm({
    id: 'new-recovery-words',
    of: null,
    initial: { typed: EMPTY },
    send: ({ typed }) => send({ typedBack: places.map((position, index) => ({ position, word: normalizeWord(typed[index] ?? '') })) }),
    onSent: () => onClose(true),
    onClose: () => onClose(false),
    afterSend: 'keep',
  })
  const { typed } = form.values
  const { sending } = form
  const right = checkRecoveryWords(typed, places, words)
  const toCome = places.filter((_, index) => !right[index])
  useEffect(() => document.getElementById('main')?.focus(), [])
  const finish = () => {
    if (toCome.length === 0) form.submit()
  }
  useCommands([
    { id: 'finish-words', label: t('keys.new.finish'), keys: 'Ctrl Enter', run: finish },
    { id: 'leave-words', label: t('keys.new.leave'), keys: 'Esc', run: form.cancel },
  ])
  return (
    <div className="new-words">
      <div className="no-print">
        <PageHead title={t('keys.new.title')}>{t('keys.new.say')}</PageHead>
      </div>
      <RecoveryWords
        words={words}
        positions={places}
        typedWords={typed}
        correctWords={right}
        onType={(next) => form.change({ typed: next })}
      />
      <div className="no-print">
        <p className="acts">
          <Button
            size="tall"
            look={toCome.length > 0 ? 'plain' : 'do'}
            keys="Ctrl Enter"
            busy={sending}
            onPress={finish}
            {...(toCome.length > 0 ? { whyId: 'to-come' } : {})}
          >
            {sending ? t('keys.new.finishing') : t('keys.new.finish')}
          </Button>
          <Button size="tall" keys="Esc" onPress={form.cancel}>
            {t('keys.new.leave')}
          </Button>
        </p>
        {toCome.length > 0 && (
          <p className="why" id="to-come">
            {t('setup.words.toCome', { count: toCome.length, list: joinWithAnd(toCome, t('setup.words.and')) })}
          </p>
        )}
        <FormFailure form={form} />
      </div>
    </div>
  )
}
