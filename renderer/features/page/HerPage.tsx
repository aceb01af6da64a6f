import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import type { Failure } from '#shared/contract/entry'
import type { HerPage as View } from '#shared/contract/page'
import { FailureLine, failureWords, PLACES, useCall, useDraft, useOffice } from '../../office'
import { announce, Button, Empty, Field, Loading, PageHead, useCommands } from '../../ui'
import { HerSheet } from './HerSheet'
import css from './page.module.css'

/** M4: '#/meetings/:id/page', one page for her to take along, if she wants one. */
export function HerPage() {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const { id } = useParams<{ id: string }>()
  const { value: typed, change, ready } = useDraft(`page:${id}`, { reach: '' })
  const { value: page, failure } = useOffice('page.read', { id, reach: typed.reach }, { keep: true, enabled: ready })
  if (failure)
    return (
      <Alone>
        <Empty title={failureWords(t, failure)} act={<Button onPress={() => go(PLACES.meetings)}>{t('herPage.meetings')}</Button>} />
      </Alone>
    )
  if (page === undefined)
    return (
      <Alone>
        <Loading>{t('herPage.loading')}</Loading>
      </Alone>
    )
  if (page.copy !== 'wanted') return <NoCopy page={page} copy={page.copy} />
  return <Copy page={page} reach={typed.reach} onReach={(reach) => change({ reach })} />
}

function Alone({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <main id="main" className="main states" tabIndex={-1}>
      <h1 className="hidden">{t('herPage.title')}</h1>
      {children}
    </main>
  )
}

/** She may decline a copy because it is unsafe to hold. */
function NoCopy({ page, copy }: { readonly page: View; readonly copy: 'unsafe' | 'declined' | null }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const back = () => go(copy === null ? PLACES.meeting(page.id) : PLACES.handoff(page.handoffId))
  useCommands([{ id: 'her-page-back', label: t('herPage.back'), keys: 'Esc', run: back }])
  const why = copy ?? 'unasked'
  return (
    <Alone>
      <Empty
        title={t(`herPage.none.${why}.title`)}
        act={
          <Button keys="Esc" onPress={back}>
            {t(copy === null ? 'herPage.meeting' : 'herPage.back')}
          </Button>
        }
      >
        {t(`herPage.none.${why}.text`)}
      </Empty>
    </Alone>
  )
}

interface Props {
  readonly page: View
  readonly reach: string
  readonly onReach: (reach: string) => void
}

function Copy({ page, reach, onReach }: Props) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const print = useCall('page.print')
  const save = useCall('page.save')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [came, setCame] = useState<'printed' | 'notPrinted' | 'saved' | 'notSaved' | null>(null)
  const back = () => go(PLACES.handoff(page.handoffId))
  const tell = (what: NonNullable<typeof came>) => {
    setCame(what)
    announce(t(`herPage.${what}`))
  }
  const begin = async () => {
    setFailure(null)
    setCame(null)
    // What is printed is what is seen, in the face that it is seen in.
    await document.fonts.ready
  }
  const onPaper = async () => {
    await begin()
    const answer = await print.send({ id: page.id })
    if (answer.ok) tell(answer.value.printed ? 'printed' : 'notPrinted')
    else setFailure(answer.failure)
  }
  const asFile = async () => {
    await begin()
    const answer = await save.send({ id: page.id })
    if (answer.ok) tell(answer.value.saved ? 'saved' : 'notSaved')
    else setFailure(answer.failure)
  }
  useCommands([
    { id: 'her-page-print', label: t('herPage.print'), keys: 'Ctrl P', run: () => void onPaper() },
    { id: 'her-page-save', label: t('herPage.save'), keys: 'Ctrl S', run: () => void asFile() },
    { id: 'her-page-back', label: t('herPage.back'), keys: 'Esc', run: back },
  ])
  return (
    <main id="main" className={`main ${css.page}`} tabIndex={-1}>
      <div className="no-print">
        <PageHead
          title={t('herPage.title')}
          acts={
            <>
              <Button look="do" icon="print" keys="Ctrl P" busy={print.sending} onPress={() => void onPaper()}>
                {t(print.sending ? 'herPage.printing' : 'herPage.print')}
              </Button>
              <Button keys="Ctrl S" busy={save.sending} onPress={() => void asFile()}>
                {t(save.sending ? 'herPage.saving' : 'herPage.save')}
              </Button>
              <Button look="bare" keys="Esc" onPress={back}>
                {t('herPage.back')}
              </Button>
            </>
          }
        >
          {t('herPage.say')}
        </PageHead>
        <div className={css.ask}>
          <FailureLine failure={failure} />
          {came && <p className="second">{t(`herPage.${came}`)}</p>}
          <Field label={t('herPage.reach')} hint={t('herPage.reachHint')} value={reach} onChange={onReach} />
        </div>
      </div>
      <HerSheet page={page} />
    </main>
  )
}
