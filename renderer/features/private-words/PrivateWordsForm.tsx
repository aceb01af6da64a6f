import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import type { PartnerId, PersonId } from '#shared/domain/core/ids'
import { describeFailure, describeFieldFailure, useCall, useDraft, useOffice } from '../../office'
import { announce, Button, Choices, ComboBox, Field, Loading, focusFirstError, useCommands } from '../../ui'
import css from './private-words.module.css'

type PrivateWordsValues = { readonly words: string; readonly from: 'everybody' | 'partner'; readonly partnerId: PartnerId | null }
const EMPTY: PrivateWordsValues = { words: '', from: 'everybody', partnerId: null }

/** Adds a withheld item. It takes effect when it is saved. */
export function PrivateWordsForm({ personId, onDone }: { readonly personId: PersonId; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const { send, sending } = useCall('withheld.add')
  const partners = useOffice('partner.list', {}).value ?? []
  const { value: typed, change, drop, ready } = useDraft(`kept:${personId}`, EMPTY)
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const set = (part: Partial<PrivateWordsValues>) => {
    change((before) => ({ ...before, ...part }))
    setFailure(null)
  }
  const noWords = typed.words.trim() === ''
  const noPartner = typed.from === 'partner' && typed.partnerId === null
  const save = async () => {
    setTried(true)
    if (noWords || noPartner) return focusFirstError()
    const answer = await send({ personId, words: typed.words, partnerId: typed.from === 'partner' ? typed.partnerId : null })
    if (!answer.ok) {
      setFailure(answer.failure)
      return focusFirstError()
    }
    await drop()
    announce(t('kept.saved'))
    return onDone()
  }
  useCommands([{ id: 'leave-kept', label: t('kept.leave'), keys: 'Esc', run: onDone }])
  const wrongWords = describeFieldFailure(t, failure, 'words')
  if (!ready) return <Loading>{t('kept.loading')}</Loading>
  return (
    <form
      className={css.form}
      aria-label={t('kept.add')}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Field
        label={t('kept.words')}
        hint={t('kept.wordsHint')}
        value={typed.words}
        onChange={(words) => set({ words })}
        error={tried && noWords ? t('kept.wordsNeeded') : wrongWords}
        autoFocus
      />
      <Choices
        label={t('kept.from')}
        value={typed.from}
        options={[
          { value: 'everybody', label: t('kept.everybody') },
          { value: 'partner', label: t('kept.onePartner') },
        ]}
        onChange={(from) => set({ from })}
      />
      {typed.from === 'partner' && (
        <ComboBox
          label={t('kept.partner')}
          value={typed.partnerId}
          options={partners.map(({ id, name }) => ({ value: id, label: name }))}
          error={tried && noPartner ? t('kept.partnerNeeded') : undefined}
          autoFocus
          onChange={(partnerId) => set({ partnerId })}
        />
      )}
      {failure && !wrongWords && (
        <p className="error" role="alert">
          {describeFailure(t, failure)}
        </p>
      )}
      <p className="acts">
        <Button type="submit" keys="Enter" busy={sending}>
          {t('kept.save')}
        </Button>
        <Button look="bare" keys="Esc" onPress={onDone}>
          {t('kept.leave')}
        </Button>
      </p>
    </form>
  )
}
