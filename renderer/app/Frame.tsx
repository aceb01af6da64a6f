import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Route, Switch, useLocation } from 'wouter'
import type { OfficeState } from '#shared/contract/office/session'
import { ROUTES } from '../office'
import { Button, EmptyState, useCommands, SkipLink } from '../ui'
import { Banners } from './Banners'
import { CallRoute } from './call-route'
import { HOME_PAGE, PAGES } from './pages'
import { CommandPalette } from './CommandPalette'
import { Rail } from './Rail'
import { TopBar } from './TopBar'
import { FeedbackRoute, useFeedbackScreen } from './feedback-route'

/** The frame of the app. The call screen is shown alone, so that there is one thing to look at during a meeting (M1). */
export function Frame({ state, onLock }: { readonly state: OfficeState; readonly onLock: () => void }) {
  const [location] = useLocation()
  const turned = useFeedbackScreen(location)
  usePageFocus(location)
  if (turned) return <FeedbackRoute onLock={onLock} />
  return (
    <Switch>
      <Route path="/meetings/:id">
        <div className="call-frame">
          <Banners state={state} calm />
          <CallRoute onLock={onLock} />
        </div>
      </Route>
      <Route>
        <SignedInFrame state={state} onLock={onLock} />
      </Route>
    </Switch>
  )
}

/** The signed-in frame: top bar, rail, and the current page. A page renders its own <main id="main">. */
function SignedInFrame({ state, onLock }: { readonly state: OfficeState; readonly onLock: () => void }) {
  const { t } = useTranslation()
  const [finding, setFinding] = useState(false)
  const [, go] = useLocation()
  const home = HOME_PAGE
  useCommands([
    { id: 'find', label: t('frame.find'), keys: 'Ctrl K', run: () => setFinding(true) },
    // The phone rings on every page; a page may give the letter a more specific meaning.
    { id: 'new', label: t('board.newHandoff'), keys: 'N', run: () => go(`${ROUTES.createHandoff}?`) },
    { id: 'staying', label: t('stay.title'), run: () => go(ROUTES.staying) },
    // For a caller who asks whether the person was reached; only the partner's name is needed (H6).
    { id: 'ask', label: t('partners.ask.page'), run: () => go(`${ROUTES.partners}/ask`) },
    ...PAGES.flatMap(({ id, rail }) => (rail ? [{ id: `go-${id}`, label: t(`frame.rail.${rail.label}`), run: () => go(rail.href) }] : [])),
  ])
  return (
    <>
      <SkipLink>{t('frame.skip')}</SkipLink>
      <div className="frame">
        <TopBar state={state} onFind={() => setFinding(true)} onLock={onLock} />
        <Banners state={state} />
        <Rail />
        <Switch>
          {PAGES.map(({ id, path, Page }) => (
            <Route key={id} path={path} component={Page} />
          ))}
          {home && <Route path="/" component={home.Page} />}
          <Route>
            <main className="main nothing" id="main" tabIndex={-1}>
              <h1 className="hidden">{t('frame.app')}</h1>
              <EmptyState
                title={t('frame.notHere.title')}
                {...(home
                  ? {
                      action: (
                        <Button look="do" onPress={() => go('/')}>
                          {t('frame.notHere.act')}
                        </Button>
                      ),
                    }
                  : {})}
              >
                {t('frame.notHere.text')}
              </EmptyState>
            </main>
          </Route>
        </Switch>
      </div>
      {finding && <CommandPalette onClose={() => setFinding(false)} />}
    </>
  )
}

/** The number of frames that a page may take to render before the focus is left alone: about a second. */
const FRAMES = 60

/** Moves the focus to the main part on a change of page, which announces it, unless the page has set the focus itself. */
function usePageFocus(location: string): void {
  const [, first = '', which = '', inside = ''] = location.split('?')[0]?.split('/') ?? []
  // From one handoff to the next the focus stays where it is.
  const page = `${first} ${first === 'handoffs' ? '' : which} ${inside}`
  const before = useRef(page)
  useEffect(() => {
    if (before.current === page) return
    before.current = page
    let frames = 0
    let frame = 0
    const look = () => {
      const main = document.getElementById('main')
      const at = document.activeElement
      // The cursor has found its place in the page: from now on what is lost is returned to where it was.
      if (main && at !== main && main.contains(at)) return
      // Later only where what had the focus went: a page that still loads is drawn anew.
      if (main && !main.contains(at) && (frames === 0 || at === null || at === document.body)) {
        main.tabIndex = -1
        main.focus()
      }
      frames += 1
      if (frames < FRAMES) frame = requestAnimationFrame(look)
    }
    look()
    return () => cancelAnimationFrame(frame)
  }, [page])
}
