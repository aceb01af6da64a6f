import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import type { ClientSummary } from '#shared/contract/person/client-summary'
import { describeFailure, ROUTES, useForm, useOffice } from '../../office'
import { Button, EmptyState, Field, Loading, useCommands } from '../../ui'
import { ClientSummarySheet } from './ClientSummarySheet'
import { PrintHead } from './PrintHead'
import css from './client-summary.module.css'

/** The page '#/meetings/:id/page': one page for the person to take along, if wanted (M4). */
export function ClientSummaryPage() {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const { id } = useParams<{ id: string }>()
  // It is printed, not sent.
  const {
    values: typed,
    change,
    ready,
  } = useForm({
    id: 'client-summary',
    of: id,
    initial: { reach: '' },
    send: () => Promise.resolve({ ok: true, value: null } as const),
    afterSend: 'keep',
  })
  const { value: page, failure } = useOffice('clientSummary.read', { id, reach: typed.reach }, { keep: true, enabled: ready })
  if (failure)
    return (
      <SummaryNotice>
        <EmptyState
          title={describeFailure(t, failure)}
          action={<Button onPress={() => go(ROUTES.meetings)}>{t('clientSummary.meetings')}</Button>}
        />
      </SummaryNotice>
    )
  if (page === undefined)
    return (
      <SummaryNotice>
        <Loading>{t('clientSummary.loading')}</Loading>
      </SummaryNotice>
    )
  if (page.copy !== 'wanted') return <DeclineCopy page={page} copy={page.copy} />
  return <SummaryCopy page={page} reach={typed.reach} onReach={(reach) => change({ reach })} />
}

function SummaryNotice({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <main id="main" className="main states" tabIndex={-1}>
      <h1 className="hidden">{t('clientSummary.title')}</h1>
      {children}
    </main>
  )
}

/** The person may decline a copy because it is unsafe to hold. */
function DeclineCopy({ page, copy }: { readonly page: ClientSummary; readonly copy: 'unsafe' | 'declined' | null }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const back = () => go(copy === null ? ROUTES.meeting(page.id) : ROUTES.handoff(page.handoffId))
  useCommands([{ id: 'her-page-back', label: t('clientSummary.back'), keys: 'Esc', run: back }])
  const why = copy ?? 'unasked'
  return (
    <SummaryNotice>
      <EmptyState
        title={t(`clientSummary.none.${why}.title`)}
        action={
          <Button keys="Esc" onPress={back}>
            {t(copy === null ? 'clientSummary.meeting' : 'clientSummary.back')}
          </Button>
        }
      >
        {t(`clientSummary.none.${why}.text`)}
      </EmptyState>
    </SummaryNotice>
  )
}

interface Props {
  readonly page: ClientSummary
  readonly reach: string
  readonly onReach: (reach: string) => void
}

function SummaryCopy({ page, reach, onReach }: Props) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  return (
    <main id="main" className={`main ${css.page}`} tabIndex={-1}>
      <PrintHead sheet="clientSummary" id={page.id} onBack={() => go(ROUTES.handoff(page.handoffId))}>
        <Field label={t('clientSummary.reach')} hint={t('clientSummary.reachHint')} value={reach} onChange={onReach} />
      </PrintHead>
      <ClientSummarySheet page={page} />
    </main>
  )
}
