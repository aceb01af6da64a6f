import { useTranslation } from 'react-i18next'
import type { PartnerId, PersonId } from '#shared/domain/core/ids'
import { useCall, useForm, useOffice } from '../../office'
import { FormButtons } from '../../components'
import { Choices, ComboBox, Field, Loading } from '../../ui'
import css from './private-words.module.css'

type PrivateWordsValues = { readonly words: string; readonly from: 'everybody' | 'partner'; readonly partnerId: PartnerId | null }
const EMPTY: PrivateWordsValues = { words: '', from: 'everybody', partnerId: null }

/** Adds a withheld item. It takes effect when it is saved. */
export function PrivateWordsForm({ personId, onDone }: { readonly personId: PersonId; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const { send } = useCall('withheld.add')
  const partners = useOffice('partner.list', {}).value ?? []
  const form = useForm({
    id: 'private-words',
    of: personId,
    initial: EMPTY,
    validate: ({ words, from, partnerId }) => ({
      words: words.trim() === '' && t('privateWords.wordsNeeded'),
      partnerId: from === 'partner' && partnerId === null && t('privateWords.partnerNeeded'),
    }),
    send: ({ words, from, partnerId }) => send({ personId, words, partnerId: from === 'partner' ? partnerId : null }),
    announces: t('privateWords.saved'),
    onClose: onDone,
    keys: { send: t('privateWords.save'), close: t('privateWords.leave') },
  })
  const { values: typed, change: set } = form
  if (!form.ready) return <Loading>{t('privateWords.loading')}</Loading>
  return (
    <form className={css.form} aria-label={t('privateWords.add')} {...form.props}>
      <Field
        label={t('privateWords.words')}
        hint={t('privateWords.wordsHint')}
        value={typed.words}
        onChange={(words) => set({ words })}
        error={form.error('words')}
        autoFocus
      />
      <Choices
        label={t('privateWords.from')}
        value={typed.from}
        options={[
          { value: 'everybody', label: t('privateWords.everybody') },
          { value: 'partner', label: t('privateWords.onePartner') },
        ]}
        onChange={(from) => set({ from })}
      />
      {typed.from === 'partner' && (
        <ComboBox
          label={t('privateWords.partner')}
          value={typed.partnerId}
          options={partners.map(({ id, name }) => ({ value: id, label: name }))}
          error={form.error('partnerId')}
          autoFocus
          onChange={(partnerId) => set({ partnerId })}
        />
      )}
      <FormButtons form={form} send={t('privateWords.save')} sendKeys="Ctrl Enter" cancel={t('privateWords.leave')} look="plain" />
    </form>
  )
}
