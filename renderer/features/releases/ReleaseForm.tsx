import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { Failure } from '#shared/contract/call'
import type { Output } from '#shared/contract/index'
import type { HandoffId, PersonId, ReleaseId } from '#shared/domain/core/ids'
import { formatTime } from '#shared/domain/core/wording'
import { describeFailure, describeFieldFailure, readNow, ROUTES, useCall, useDraft, useZone } from '../../office'
import { announce, Button, DraftNote, FormPage, FormPageFoot, Loading, PageHead, focusFirstError, useCommands } from '../../ui'
import { validateReleaseForm, RELEASE_FIELD_BY_PATH, toReleaseInput, type ReleaseFormField, type ReleaseFormValues } from './release-form'
import { SignatureRows } from './SignatureRows'
import { TermRows } from './TermRows'

interface Props {
  readonly personId: PersonId
  readonly list: Output<'release.list'>
  /** Null: a new one. */
  readonly id: ReleaseId | null
  readonly initial: ReleaseFormValues
}

/**
 * A release as a form page (section 8): what the person agrees to, written together; then the person signs. Telling needs it, recording
 * never does (R1).
 */
export function ReleaseForm({ personId, list, id, initial: given }: Props) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const zone = useZone()
  const [initial] = useState(given)
  const draft = useDraft<ReleaseFormValues>(`release:${id ?? personId}`, initial)
  const write = useCall('release.write')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [checked, setChecked] = useState(false)
  const form = draft.value
  const set = (part: Partial<ReleaseFormValues>) => {
    draft.change((before) => ({ ...before, ...part }))
    setFailure(null)
  }
  const complaints = validateReleaseForm(form, readNow(), zone)
  const refused = failure?.kind === 'refused' ? RELEASE_FIELD_BY_PATH[failure.field ?? ''] : undefined
  const wrong = (field: ReleaseFormField): string | undefined => {
    const complaint = complaints[field]
    if (checked && complaint) return t(`releases.wrong.${complaint}`)
    if (failure && refused === field) return describeFailure(t, failure)
    return describeFieldFailure(t, failure, `terms.${field}`)
  }
  const refuse = (why: Failure) => {
    setFailure(why)
    focusFirstError()
  }
  const save = async (signed: boolean) => {
    setChecked(true)
    if (Object.keys(validateReleaseForm(form, readNow(), zone)).length > 0) return focusFirstError()
    const handoffId: HandoffId | null = list.record?.handoffId ?? null
    const written = await write.send(toReleaseInput(form, { id, personId, handoffId }, signed, readNow(), zone))
    if (!written.ok) return refuse(written.failure)
    await draft.drop()
    announce(t(signed ? 'releases.signed' : 'releases.saved'))
    return go(ROUTES.release(personId, written.value.id))
  }
  const leave = () => go(ROUTES.person(personId))
  useCommands([
    { id: 'release-sign', label: t('releases.sign'), keys: 'Ctrl Enter', run: () => void save(true) },
    { id: 'release-keep', label: t('releases.keep'), keys: 'Alt D', run: () => void save(false) },
    { id: 'release-leave', label: t('releases.leave'), keys: 'Esc', run: leave },
  ])
  if (!draft.ready) return <Loading>{t('releases.loading')}</Loading>
  const rows = { form, set, wrong }
  return (
    <form
      className="form-page"
      aria-labelledby="release"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void save(true)
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
            <DraftNote>
              {draft.savedAt !== null &&
                t(draft.found ? 'frame.draftRestored' : 'frame.draftSaved', { time: formatTime(draft.savedAt, zone) })}
            </DraftNote>
            <Button look="bare" keys="Esc" onPress={leave}>
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
            <Button size="tall" keys="Alt D" busy={write.sending} onPress={() => void save(false)}>
              {t('releases.keep')}
            </Button>
            <Button look="do" size="tall" keys="Ctrl Enter" busy={write.sending} onPress={() => void save(true)}>
              {t('releases.sign')}
            </Button>
          </>
        }
      >
        {failure && refused === undefined && (
          <p className="error" role="alert">
            {describeFailure(t, failure)}
          </p>
        )}
      </FormPageFoot>
    </form>
  )
}
