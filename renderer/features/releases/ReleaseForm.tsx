import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { Output } from '#shared/contract/index'
import type { HandoffId, PersonId, ReleaseId } from '#shared/domain/core/ids'
import { readNow, ROUTES, useCall, useForm, useZone } from '../../office'
import { FormDraftNote, FormFailure } from '../../components'
import { announce, Button, FormPage, FormPageFoot, Loading, PageHead, useCommands } from '../../ui'
import { toReleaseField, toReleaseInput, validateReleaseForm, type ReleaseFormField, type ReleaseFormValues } from './release-form'
import { SignatureRows } from './SignatureRows'
import { TermRows } from './TermRows'

interface Props {
  readonly personId: PersonId
  readonly list: Output<'release.list'>
  /** Null: a new one. */
  readonly id: ReleaseId | null
  readonly initial: ReleaseFormValues
}

/** Which of the two buttons sends it: the person signs now, or it is kept for later. */
interface SignChoice {
  readonly isSigned: boolean
}

/**
 * A release as a form page (section 8): what the person agrees to, written together; then the person signs. Telling needs it, recording
 * never does (R1).
 */
export function ReleaseForm({ personId, list, id, initial: given }: Props) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const zone = useZone()
  const { send } = useCall('release.write')
  const form = useForm<ReleaseFormValues & SignChoice, { readonly id: ReleaseId }, ReleaseFormField>({
    id: 'release',
    of: id ?? personId,
    initial: { ...given, isSigned: true },
    validate: (typed) => {
      const found = Object.entries(validateReleaseForm(typed, readNow(), zone))
      return Object.fromEntries(found.map(([field, complaint]) => [field, t(`releases.wrong.${complaint}`)]))
    },
    send: (typed) => {
      const handoffId: HandoffId | null = list.record?.handoffId ?? null
      return send(toReleaseInput(typed, { id, personId, handoffId }, typed.isSigned, readNow(), zone))
    },
    findField: toReleaseField,
    onSent: ({ id: written }, { isSigned }) => {
      announce(t(isSigned ? 'releases.signed' : 'releases.saved'))
      go(ROUTES.release(personId, written))
    },
    onClose: () => go(ROUTES.person(personId)),
    afterSend: 'keep',
    keys: { close: t('releases.leave') },
  })
  const save = (isSigned: boolean) => form.submitWith({ isSigned })
  useCommands([
    { id: 'release-sign', label: t('releases.sign'), keys: 'Ctrl Enter', run: () => save(true) },
    { id: 'release-keep', label: t('releases.keep'), keys: 'Alt D', run: () => save(false) },
  ])
  if (!form.ready) return <Loading>{t('releases.loading')}</Loading>
  const rows = { form: form.values, set: form.change, wrong: form.error }
  return (
    <form
      className="form-page"
      aria-labelledby="release"
      {...form.props}
      onSubmit={(event) => {
        event.preventDefault()
        save(true)
      }}
    >
      <PageHead
        title={
          <span id="release">
            <bdi dir="auto">{t(id === null ? 'releases.newTitle' : 'releases.title', { label: list.label })}</bdi>
          </span>
        }
        actions={
          <>
            <FormDraftNote form={form} />
            <Button look="bare" keys="Esc" onPress={form.cancel}>
              {t('releases.back')}
            </Button>
          </>
        }
      >
        {t('releases.say')}
      </PageHead>
      <FormPage>
        <TermRows {...rows} days={list.proposed.days} />
        <SignatureRows {...rows} />
      </FormPage>
      <FormPageFoot
        why={t('releases.signFoot')}
        actions={
          <>
            {id !== null && (
              <Link className="btn tall" href={ROUTES.releasePaper(personId, id)}>
                {t('releases.paper')}
              </Link>
            )}
            <Button size="tall" keys="Alt D" busy={form.sending} onPress={() => save(false)}>
              {t('releases.keep')}
            </Button>
            <Button look="do" size="tall" keys="Ctrl Enter" busy={form.sending} onPress={() => save(true)}>
              {t('releases.sign')}
            </Button>
          </>
        }
      >
        <FormFailure form={form} />
      </FormPageFoot>
    </form>
  )
}
