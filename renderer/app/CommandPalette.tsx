import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components'
import { Icon } from '../ui'
import { usePaletteResults, type PaletteResult } from './palette-results'

// A combobox keeps the focus in its field, which handles the keys of the lines below.
/* oxlint-disable jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-to-interactive-role */

const KINDS = ['do', 'people', 'partners'] as const

/** The command palette (Ctrl K): finds commands, people and partners by a part of a name or a number. Labels only, never the name (L6). */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const found = usePaletteResults(typed)
  const chosen = found[Math.min(at, found.length - 1)]
  useEffect(() => {
    document.getElementById(`found-${chosen?.id}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen?.id])
  const run = (line: PaletteResult | undefined) => {
    if (!line) return
    onClose()
    // The palette returns the focus first; what is opened may then take it.
    requestAnimationFrame(line.run)
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Enter') run(chosen)
    else return
    event.preventDefault()
  }
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="palette float">
        <AriaDialog aria-label={t('frame.palette.label')}>
          <div className="p-in">
            <Icon name="search" />
            <input
              role="combobox"
              aria-expanded="true"
              aria-controls="found"
              aria-label={t('frame.palette.label')}
              autoFocus
              autoComplete="off"
              spellCheck={false}
              dir="auto"
              aria-activedescendant={chosen ? `found-${chosen.id}` : undefined}
              value={typed}
              onKeyDown={onKeyDown}
              onChange={(event) => {
                setTyped(event.target.value)
                setAt(0)
              }}
            />
            <kbd aria-hidden="true">Esc</kbd>
          </div>
          <div className="p-groups" id="found" role="listbox" aria-label={t('frame.palette.found')}>
            {KINDS.map((kind) => {
              const lines = found.filter((line) => line.kind === kind)
              return (
                lines.length > 0 && (
                  <section key={kind} role="group" aria-labelledby={`kind-${kind}`}>
                    <h2 id={`kind-${kind}`} role="presentation">
                      {t(`frame.palette.${kind}`)}
                    </h2>
                    <ul role="presentation">
                      {lines.map((line) => (
                        <li key={line.id} id={`found-${line.id}`} role="option" aria-selected={line === chosen} onClick={() => run(line)}>
                          <Icon name={line.icon} {...(line.tone ? { className: line.tone } : {})} />
                          <span>
                            <bdi dir="auto">
                              <HighlightedMatch typed={typed}>{line.label}</HighlightedMatch>
                            </bdi>
                            {line.second && (
                              <>
                                {' '}
                                <span className="muted">{line.second}</span>
                              </>
                            )}
                          </span>
                          {line.keys ? <kbd aria-hidden="true">{line.keys}</kbd> : <span />}
                        </li>
                      ))}
                    </ul>
                  </section>
                )
              )
            })}
          </div>
          {found.length === 0 && (
            <p className="nothing-found muted" role="status">
              {t('frame.palette.none')}
            </p>
          )}
          <p className="p-foot small">
            <span>
              <kbd>↑ ↓</kbd> {t('frame.palette.move')}
            </span>
            <span>
              <kbd>Enter</kbd> {t('frame.palette.open')}
            </span>
            <span className="end">{t('frame.palette.foot')}</span>
          </p>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Underlines the match. Only an exact one: a folded match has no certain place in the written word. */
function HighlightedMatch({ typed, children }: { readonly typed: string; readonly children: string }) {
  const wanted = typed.trim()
  const at = wanted === '' ? -1 : children.toLowerCase().indexOf(wanted.toLowerCase())
  if (at < 0) return <>{children}</>
  return (
    <>
      {children.slice(0, at)}
      <mark>{children.slice(at, at + wanted.length)}</mark>
      {children.slice(at + wanted.length)}
    </>
  )
}
