import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import type { HerPage as View } from '#shared/contract/page'
import { failureWords, PLACES, useDraft, useOffice } from '../../office'
import { Button, Empty, Field, Loading, useCommands } from '../../ui'
import { HerSheet } from './HerSheet'
import { PrintHead } from './PrintHead'
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
  return (
    <main id="main" className={`main ${css.page}`} tabIndex={-1}>
      <PrintHead words="herPage" printing="page.print" saving="page.save" id={page.id} onBack={() => go(PLACES.handoff(page.handoffId))}>
        <Field label={t('herPage.reach')} hint={t('herPage.reachHint')} value={reach} onChange={onReach} />
      </PrintHead>
      <HerSheet page={page} />
    </main>
  )
}
