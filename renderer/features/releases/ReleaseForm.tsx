import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { Failure } from '#shared/contract/entry'
import type { Output } from '#shared/contract/index'
import type { HandoffId, PersonId, ReleaseId } from '#shared/domain/ids'
import { shortTime } from '#shared/domain/wording'
import { failureWords, fieldWords, nowOf, PLACES, useCall, useDraft, useZone } from '../../office'
import { announce, Button, DraftNote, Leaf, LeafFoot, Loading, PageHead, toFirstWrong, useCommands } from '../../ui'
import { complaintsOf, FIELD_OF, inputOf, type Field, type ReleaseForm as Form } from './form'
import { SignRows } from './SignRows'
import { TermRows } from './TermRows'

interface Props {
  readonly personId: PersonId
  readonly list: Output<'release.list'>
  /** Null: a new one. */
  readonly id: ReleaseId | null
  readonly initial: Form
}

/** Section 8 as a leaf: what she agrees to, written with her; then she signs. Telling waits for it, writing down never does (R1). */
export function ReleaseForm({ personId, list, id, initial: given }: Props) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const zone = useZone()
  const [initial] = useState(given)
  const draft = useDraft<Form>(`release:${id ?? personId}`, initial)
  const write = useCall('release.write')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [checked, setChecked] = useState(false)
  const form = draft.value
  const set = (part: Partial<Form>) => {
    draft.change((before) => ({ ...before, ...part }))
    setFailure(null)
  }
  const complaints = complaintsOf(form, nowOf(), zone)
  const refused = failure?.kind === 'refused' ? FIELD_OF[failure.field ?? ''] : undefined
  const wrong = (field: Field): string | undefined => {
    const complaint = complaints[field]
    if (checked && complaint) return t(`releases.wrong.${complaint}`)
    if (failure && refused === field) return failureWords(t, failure)
    return fieldWords(t, failure, `terms.${field}`)
  }
  const refuse = (why: Failure) => {
    setFailure(why)
    toFirstWrong()
  }
  const save = async (signed: boolean) => {
    setChecked(true)
    if (Object.keys(complaintsOf(form, nowOf(), zone)).length > 0) return toFirstWrong()
    const handoffId: HandoffId | null = list.record?.handoffId ?? null
    const written = await write.send(inputOf(form, { id, personId, handoffId }, signed, nowOf(), zone))
    if (!written.ok) return refuse(written.failure)
    await draft.drop()
    announce(t(signed ? 'releases.signed' : 'releases.saved'))
    return go(PLACES.release(personId, written.value.id))
  }
  const leave = () => go(PLACES.person(personId))
  useCommands([
    { id: 'release-sign', label: t('releases.sign'), keys: 'Ctrl Enter', run: () => void save(true) },
    { id: 'release-keep', label: t('releases.keep'), keys: 'Ctrl S', run: () => void save(false) },
    { id: 'release-leave', label: t('releases.leave'), keys: 'Esc', run: leave },
  ])
  if (!draft.ready) return <Loading>{t('releases.loading')}</Loading>
  const rows = { form, set, wrong }
  return (
    <form
      className="leaf-page"
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
        acts={
          <>
            <DraftNote>
              {draft.savedAt !== null &&
                t(draft.found ? 'frame.draftRestored' : 'frame.draftSaved', { time: shortTime(draft.savedAt, zone) })}
            </DraftNote>
            <Button look="bare" keys="Esc" onPress={leave}>
              {t('releases.back')}
            </Button>
          </>
        }
      >
        {t('releases.say')}
      </PageHead>
      <Leaf>
        <TermRows {...rows} days={list.proposed.days} />
        <SignRows {...rows} />
      </Leaf>
      <LeafFoot
        why={t('releases.signFoot')}
        acts={
          <>
            {id !== null && (
              <Link className="btn tall" href={PLACES.releasePaper(personId, id)}>
                {t('releases.paper')}
              </Link>
            )}
            <Button size="tall" keys="Ctrl S" busy={write.sending} onPress={() => void save(false)}>
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
            {failureWords(t, failure)}
          </p>
        )}
      </LeafFoot>
    </form>
  )
}
