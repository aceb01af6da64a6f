import type { Door } from '../../electron/usecases/door'
import { records } from '../../electron/storage/office-records'
import type { scratchOffice } from './scratch-office'

type Office = ReturnType<typeof scratchOffice>

/** The director at a door without a vault; the book is the real one. */
export function doorOf(office: Office): Door {
  return {
    book: office.book,
    ledger: { dataKey: Buffer.alloc(32, 7) },
    me: { id: office.director, name: 'Maeve', roles: ['director'] },
    beat: { disk: 'ok' },
    records,
    now: () => office.now,
    vault: { slots: () => [{ class: 'recovery' }], remove: () => ({ save: () => 1 }) },
    deeds: { carryOut: (act: Parameters<Door['deeds']['carryOut']>[0]) => office.book.write(act, ({ ok }) => ok) },
  } as never
}
