import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatTime } from '#shared/domain/core/wording'
import { useZone, type Form } from '../../office'
import { FormFailure } from '../../components'
import { Button, DraftNote, FormPage, FormPageFoot, PageHead } from '../../ui'
import css from './policy.module.css'

interface Props {
  readonly form: Pick<Form<object>, 'props' | 'savedAt' | 'sending' | 'failure' | 'submit' | 'cancel'>
  readonly title: ReactNode
  readonly say: ReactNode
  readonly mayChange: boolean
  readonly changed: boolean
  /** From when it applies, in words; empty while that cannot be read. */
  readonly day: string
  /** What follows, shown at the foot. */
  readonly follows?: ReactNode
  readonly beside: ReactNode
  readonly children: ReactNode
}

/** A standard as a form page: the office's or a source's; beside it the last 90 days under the draft. */
export function StandardFormPage({ form, mayChange, changed, day, ...words }: Props) {
  const { t } = useTranslation()
  const zone = useZone()
  const { savedAt } = form
  return (
    <div className={css['split']}>
      <form className={css['form']} aria-label={t('policy.title')} {...form.props}>
        <PageHead
          title={words.title}
          actions={
            changed && (
              <DraftNote>{savedAt === null ? t('policy.untouched') : t('policy.draft', { time: formatTime(savedAt, zone) })}</DraftNote>
            )
          }
        >
          {words.say} {!mayChange && t('policy.readOnly')}
        </PageHead>
        <FormPage>{words.children}</FormPage>
        {mayChange && (
          <div className={css['foot']}>
            <FormPageFoot
              why={t('policy.old')}
              actions={
                <>
                  <Button look="do" size="tall" keys="Ctrl Enter" busy={form.sending} onPress={form.submit}>
                    {day ? t('policy.set', { day }) : t('policy.setBare')}
                  </Button>
                  <Button size="tall" keys="Esc" onPress={form.cancel}>
                    {t('policy.leave')}
                  </Button>
                </>
              }
            >
              {words.follows}
              <FormFailure form={form} />
            </FormPageFoot>
          </div>
        )}
      </form>
      {words.beside}
    </div>
  )
}
