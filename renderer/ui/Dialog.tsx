import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './Button'

interface Props {
  readonly title: ReactNode
  readonly open: boolean
  readonly onClose: () => void
  readonly closeLabel?: string
  readonly children: ReactNode
  readonly role?: 'dialog' | 'alertdialog'
}

/** A dialog in front of the page; Esc closes it. Dialogs are never stacked: records open beside the list instead. */
export function Dialog({ title, open, onClose, closeLabel = 'Close', children, role = 'dialog' }: Props) {
  return (
    <ModalOverlay className="veil" isOpen={open} isDismissable onOpenChange={(next) => !next && onClose()}>
      <Modal className="page-over">
        <AriaDialog role={role}>
          <header className="over-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button look="bare" keys="Esc" onPress={onClose}>
              {closeLabel}
            </Button>
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
